#include "exchange/import/text_list.h"

#include <cstring>

namespace sextant {
namespace {

uint32_t HashOf(std::string_view text, uint8_t group) {
  uint32_t hash = 0x811C9DC5 ^ group;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193;
  }
  return hash ^ hash >> 15;
}

}  // namespace

size_t TextList::SlotOf(std::string_view text, uint8_t group) const {
  const size_t mask = slots_.size() - 1;
  size_t slot = HashOf(text, group) & mask;
  while (slots_[slot]) {
    const size_t at = slots_[slot] - 1;
    if (groups_[at] == group && texts_[at] == text) break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

// Before it is two thirds full.
void TextList::Grow() {
  constexpr size_t kSmallest = 64;
  if (slots_.size() * 2 > (texts_.size() + 1) * 3) return;
  const size_t size = slots_.empty() ? kSmallest : slots_.size() * 4;
  slots_ = std::vector<uint32_t>(size, 0);
  for (size_t at = 0; at < texts_.size(); ++at) {
    slots_[SlotOf(texts_[at], groups_[at])] = static_cast<uint32_t>(at) + 1;
  }
}

uint32_t TextList::Add(std::string_view text, uint8_t group) {
  Grow();
  const size_t slot = SlotOf(text, group);
  if (!slots_[slot]) {
    texts_.push_back(text);
    groups_.push_back(group);
    slots_[slot] = static_cast<uint32_t>(texts_.size());
  }
  return slots_[slot] - 1;
}

uint32_t TextList::AddCopy(std::string_view text, uint8_t group) {
  Grow();
  const size_t slot = SlotOf(text, group);
  if (slots_[slot]) return slots_[slot] - 1;
  copies_.emplace_back(new char[text.size()]);
  char* const copy = copies_.back().get();
  if (!text.empty()) std::memcpy(copy, text.data(), text.size());
  return Add({copy, text.size()}, group);
}

void TextList::Clear() {
  texts_.clear();
  groups_.clear();
  slots_.clear();
}

}  // namespace sextant
