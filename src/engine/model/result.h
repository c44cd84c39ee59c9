// A value, or the reason why there is none. Errors are values: nothing in
// Sextant throws.
#ifndef SEXTANT_ENGINE_MODEL_RESULT_H_
#define SEXTANT_ENGINE_MODEL_RESULT_H_

#include <optional>
#include <string>
#include <utility>

#include "locales/error_code.h"

namespace sextant {

// What was refused, and where. exchange/error_message.h turns this into a
// sentence in the reader's language.
struct Error {
  ErrorCode code;
  // The path of the refused input, as in the JSON: "cells[1].conversionRate".
  // Empty when it is the complete input.
  std::string field;
  // What the sentence quotes besides the path: the allowed range, the unknown
  // key, the version found. Empty when the sentence needs none.
  std::string detail;
  // 1-based line of the text it was read from; 0 when it was not text.
  int line = 0;

  friend bool operator==(const Error&, const Error&) = default;
};

// Either a T or an Error. Reading the one that is not there is a programming
// error. (Not a std::variant, whose tables are larger than the empty error.)
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }

  const T& value() const& { return *value_; }
  T& value() & { return *value_; }
  T&& value() && { return std::move(*value_); }
  const Error& error() const { return error_; }

 private:
  std::optional<T> value_;
  Error error_{};
};

}  // namespace sextant

#endif  // SEXTANT_ENGINE_MODEL_RESULT_H_
