// UTF-8 text inside the object itself: trivially copyable, no heap memory.
#ifndef SEXTANT_BASE_INLINE_TEXT_H_
#define SEXTANT_BASE_INLINE_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sextant {

// At most `kCapacity` bytes. Longer text is cut between two characters, at most
// three bytes earlier, so a check against a lower limit still finds it too
// long.
template <size_t kCapacity>
class InlineText {
 public:
  constexpr InlineText() = default;
  constexpr InlineText(std::string_view text) { assign(text); }
  constexpr InlineText(const char* text) { assign(text); }
  InlineText(const std::string& text) { assign(text); }

  constexpr void assign(std::string_view text) {
    size_t size = text.size();
    if (size > kCapacity) {
      size = kCapacity;
      while (size + 3 > kCapacity && IsContinuation(text[size])) --size;
    }
    for (size_t i = 0; i < size; ++i) bytes_[i] = text[i];
    // Unused bytes are zero, so that equal texts have equal bytes.
    for (size_t i = size; i < size_; ++i) bytes_[i] = 0;
    size_ = static_cast<uint16_t>(size);
  }
  constexpr void clear() { assign({}); }

  static constexpr size_t capacity() { return kCapacity; }
  constexpr size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr const char* begin() const { return bytes_; }
  constexpr const char* end() const { return bytes_ + size_; }

  constexpr std::string_view view() const { return {bytes_, size_}; }
  constexpr operator std::string_view() const { return view(); }
  std::string str() const { return std::string(view()); }

  friend constexpr bool operator==(const InlineText& a, const InlineText& b) {
    return a.view() == b.view();
  }
  friend constexpr bool operator==(const InlineText& a, std::string_view b) {
    return a.view() == b;
  }
  friend constexpr bool operator==(const InlineText& a, const char* b) {
    return a.view() == b;
  }
  friend bool operator==(const InlineText& a, const std::string& b) {
    return a.view() == b;
  }

 private:
  static_assert(kCapacity <= UINT16_MAX);

  static constexpr bool IsContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
  }

  uint16_t size_ = 0;
  char bytes_[kCapacity] = {};
};

}  // namespace sextant

#endif  // SEXTANT_BASE_INLINE_TEXT_H_
