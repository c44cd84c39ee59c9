// How numbers and texts are written inside a link (exchange/link.h).
#ifndef SEXTANT_EXCHANGE_LINK_TEXT_H_
#define SEXTANT_EXCHANGE_LINK_TEXT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sextant {

// Appends `name` (it starts with a lower-case letter) and `value` (finite, ≥
// 0): "r.015", or with a capital and ten characters of bits: "R" + "x9…".
void AppendNamedNumber(std::string_view name, double value, std::string& link);

// Removes name and number from the front of `link` if it starts with `name`.
// Otherwise, or if no number follows, returns nothing and leaves `link`.
std::optional<double> TakeNamedNumber(std::string_view name,
                                      std::string_view& link);

// Letters, digits, "-" and "." stay, a space becomes "_", ASCII punctuation two
// characters; a run of other characters is put between "!", Chinese at five
// characters for two. `text` is valid UTF-8 without control characters.
void AppendLinkText(std::string_view text, std::string& link);

// Removes a text up to the next "," or the end. Empty when it is malformed.
std::optional<std::string> TakeLinkText(std::string_view& link);

// Six letters and digits that depend on every character so far (CRC-32).
class LinkChecksum {
 public:
  LinkChecksum& Add(std::string_view text);
  std::string Text() const;

 private:
  uint32_t remainder_ = 0xFFFFFFFF;
};

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_LINK_TEXT_H_
