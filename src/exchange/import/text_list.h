// Different texts, each once, by number.
#ifndef SEXTANT_EXCHANGE_IMPORT_TEXT_LIST_H_
#define SEXTANT_EXCHANGE_IMPORT_TEXT_LIST_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace sextant {

class TextList {
 public:
  size_t size() const { return texts_.size(); }
  std::string_view operator[](size_t at) const { return texts_[at]; }
  // The number of the text, which must stay where it is. Texts of different
  // `group` are different.
  uint32_t Add(std::string_view text, uint8_t group = 0);
  // As Add, but for a text that does not stay.
  uint32_t AddCopy(std::string_view text, uint8_t group = 0);
  uint8_t group(size_t at) const { return groups_[at]; }
  void Clear();

 private:
  size_t SlotOf(std::string_view text, uint8_t group) const;
  void Grow();

  std::vector<std::string_view> texts_;
  std::vector<uint8_t> groups_;
  std::vector<std::unique_ptr<char[]>> copies_;
  // Open addressing: a number + 1, or 0.
  std::vector<uint32_t> slots_;
};

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_IMPORT_TEXT_LIST_H_
