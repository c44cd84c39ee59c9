// A value or the reason why there is none. Errors are values: nothing in
// Sextant throws.
#ifndef SEXTANT_ENGINE_RESULT_H_
#define SEXTANT_ENGINE_RESULT_H_

#include <string>
#include <utility>
#include <variant>

#include "locales/error_code.h"

namespace sextant {

// What was refused and where. The sentence for a reader is made from this by
// exchange/error_message.h, in the reader's language.
struct Error {
  ErrorCode code;
  // Path of the input it is about, as a reader of the JSON would write it:
  // "cells[1].conversionRate". Empty when it is about the input as a whole.
  std::string field;
  // What the sentence quotes besides the path: the allowed range, the unknown
  // key, the version found. Empty when the sentence needs none.
  std::string detail;
  // 1-based line of the text it was read from; 0 when it was not text.
  int line = 0;

  friend bool operator==(const Error&, const Error&) = default;
};

// Either a T or an Error, never both, never neither. Reading the side that is
// not there is a programming error (std::variant terminates).
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& { return *std::get_if<0>(&state_); }
  T& value() & { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace sextant

#endif  // SEXTANT_ENGINE_RESULT_H_
