// A cache of results for a text and a few numbers (its font), keyed by a 64-bit
// hash. A look-up builds no string, because every frame needs thousands of
// them.
#ifndef SEXTANT_PLATFORM_TEXT_CACHE_H_
#define SEXTANT_PLATFORM_TEXT_CACHE_H_

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sextant {

// A hash of the text and of `seed`, which holds the numbers. Reads eight bytes
// at a time.
inline uint64_t HashText(std::string_view text, uint64_t seed) {
  constexpr uint64_t kMultiplier = 0x9E3779B97F4A7C15;
  uint64_t hash = 0;
  const auto mix = [&hash](uint64_t word) {
    hash = (hash ^ word) * kMultiplier;
    hash ^= hash >> 29;
  };
  mix(seed);
  mix(text.size());
  const char* bytes = text.data();
  size_t rest = text.size();
  for (; rest >= 8; rest -= 8, bytes += 8) {
    uint64_t word;
    std::memcpy(&word, bytes, 8);
    mix(word);
  }
  uint64_t word = 0;
  for (size_t i = 0; i < rest; ++i) {
    word = word << 8 | static_cast<unsigned char>(bytes[i]);
  }
  mix(word);
  return hash;
}

// The same bytes. In wasm, where memcmp goes byte by byte, several times as
// fast.
inline bool IsSameText(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  size_t at = 0;
  for (; a.size() - at >= 8; at += 8) {
    uint64_t of_a;
    uint64_t of_b;
    std::memcpy(&of_a, a.data() + at, 8);
    std::memcpy(&of_b, b.data() + at, 8);
    if (of_a != of_b) return false;
  }
  for (; at < a.size(); ++at) {
    if (a[at] != b[at]) return false;
  }
  return true;
}

template <typename Value>
class TextCache {
 public:
  // The value for the text and the numbers that `hash` was computed from,
  // default-constructed if new. Text and seed are compared, so equal hashes do
  // no harm. The reference is valid until Clear.
  Value& At(std::string_view text, uint64_t seed, uint64_t hash) {
    if (2 * count_ >= slots_.size()) Grow();
    for (size_t at = Slot(hash);; at = Slot(at + 1)) {
      std::unique_ptr<Entry>& slot = slots_[at];
      if (!slot) {
        ++count_;
        slot.reset(new Entry{hash, seed, std::string(text), Value()});
        return slot->value;
      }
      if (slot->hash == hash && slot->seed == seed &&
          IsSameText(slot->text, text)) {
        return slot->value;
      }
    }
  }
  Value& At(std::string_view text, uint64_t seed) {
    return At(text, seed, HashText(text, seed));
  }

  size_t size() const { return count_; }
  void Clear() {
    slots_.clear();
    count_ = 0;
  }

 private:
  struct Entry {
    uint64_t hash;
    uint64_t seed;
    std::string text;
    Value value;
  };

  size_t Slot(uint64_t hash) const {
    return static_cast<size_t>(hash) & (slots_.size() - 1);
  }

  void Grow() {
    constexpr size_t kFirstSize = 256;
    std::vector<std::unique_ptr<Entry>> before(
        slots_.empty() ? kFirstSize : 2 * slots_.size());
    before.swap(slots_);
    for (std::unique_ptr<Entry>& entry : before) {
      if (!entry) continue;
      size_t at = Slot(entry->hash);
      while (slots_[at]) at = Slot(at + 1);
      slots_[at] = std::move(entry);
    }
  }

  // Each entry is in the slot of its hash or, if that is taken, in the next
  // free one. How many there are is a power of two; half of them are free.
  std::vector<std::unique_ptr<Entry>> slots_;
  size_t count_ = 0;
};

}  // namespace sextant

#endif  // SEXTANT_PLATFORM_TEXT_CACHE_H_
