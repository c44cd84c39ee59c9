// A cache of results for a text and a few numbers (its font), keyed by a 64-bit
// hash. A look-up builds no string, because every frame needs thousands of
// them.
#ifndef SEXTANT_PLATFORM_TEXT_CACHE_H_
#define SEXTANT_PLATFORM_TEXT_CACHE_H_

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

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

template <typename Value>
class TextCache {
 public:
  // The value for the text and the numbers that `hash` was computed from,
  // default-constructed if new. Text and seed are compared, so equal hashes do
  // no harm. The reference is valid until Clear.
  Value& At(std::string_view text, uint64_t seed, uint64_t hash) {
    for (;; ++hash) {
      const auto [entry, is_new] = entries_.try_emplace(hash);
      Entry& found = entry->second;
      if (is_new) {
        found.text = text;
        found.seed = seed;
      } else if (found.seed != seed || found.text != text) {
        continue;
      }
      return found.value;
    }
  }
  Value& At(std::string_view text, uint64_t seed) {
    return At(text, seed, HashText(text, seed));
  }

  size_t size() const { return entries_.size(); }
  void Clear() { entries_.clear(); }

 private:
  struct Entry {
    std::string text;
    uint64_t seed = 0;
    Value value{};
  };
  struct SameHash {
    size_t operator()(uint64_t hash) const { return static_cast<size_t>(hash); }
  };
  std::unordered_map<uint64_t, Entry, SameHash> entries_;
};

}  // namespace sextant

#endif  // SEXTANT_PLATFORM_TEXT_CACHE_H_
