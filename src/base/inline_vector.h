// A list inside the object itself: trivially copyable if its elements are, no
// heap memory.
#ifndef SEXTANT_BASE_INLINE_VECTOR_H_
#define SEXTANT_BASE_INLINE_VECTOR_H_

#include <array>
#include <cstddef>
#include <initializer_list>

namespace sextant {

// At most `kCapacity` elements: adding more is a programming error.
template <typename T, size_t kCapacity>
class InlineVector {
 public:
  constexpr InlineVector() = default;
  constexpr InlineVector(std::initializer_list<T> items) {
    for (const T& item : items) push_back(item);
  }

  static constexpr size_t capacity() { return kCapacity; }
  constexpr size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }

  constexpr T* data() { return items_.data(); }
  constexpr const T* data() const { return items_.data(); }
  constexpr T* begin() { return data(); }
  constexpr const T* begin() const { return data(); }
  constexpr T* end() { return data() + size_; }
  constexpr const T* end() const { return data() + size_; }
  constexpr T& operator[](size_t position) { return items_[position]; }
  constexpr const T& operator[](size_t position) const {
    return items_[position];
  }
  constexpr T& front() { return items_[0]; }
  constexpr const T& front() const { return items_[0]; }
  constexpr T& back() { return items_[size_ - 1]; }
  constexpr const T& back() const { return items_[size_ - 1]; }

  constexpr void push_back(const T& item) {
    if (size_ == kCapacity) __builtin_trap();
    items_[size_++] = item;
  }
  constexpr T& emplace_back() {
    push_back(T());
    return back();
  }
  // Unused elements always have their initial value.
  constexpr void pop_back() { items_[--size_] = T(); }
  constexpr void clear() { resize(0); }
  constexpr void resize(size_t size) {
    while (size_ > size) pop_back();
    while (size_ < size) emplace_back();
  }
  constexpr void assign(size_t size, const T& item) {
    clear();
    while (size_ < size) push_back(item);
  }
  constexpr void erase(T* first, T* last) {
    T* const old_end = end();
    for (; last != old_end; ++first, ++last) *first = *last;
    resize(static_cast<size_t>(first - begin()));
  }
  constexpr void erase(T* item) { erase(item, item + 1); }

  friend constexpr bool operator==(const InlineVector& a,
                                   const InlineVector& b) {
    if (a.size_ != b.size_) return false;
    for (size_t i = 0; i < a.size_; ++i) {
      if (!(a[i] == b[i])) return false;
    }
    return true;
  }

 private:
  size_t size_ = 0;
  std::array<T, kCapacity> items_ = {};
};

}  // namespace sextant

#endif  // SEXTANT_BASE_INLINE_VECTOR_H_
