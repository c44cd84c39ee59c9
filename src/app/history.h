// Undo and redo: a ring of values, no memory of its own.
#ifndef SEXTANT_APP_HISTORY_H_
#define SEXTANT_APP_HISTORY_H_

#include <array>
#include <utility>

namespace sextant {

// Remembers the last `kCapacity` states; older ones are forgotten.
template <typename State, int kCapacity>
class History {
 public:
  bool can_undo() const { return undo_count_ > 0; }
  bool can_redo() const { return redo_count_ > 0; }

  // The state that Undo goes back to; there is one.
  const State& last() const { return states_[Position(undo_count_ - 1)]; }

  // `present` is about to change; what was undone is gone.
  void Remember(const State& present) {
    redo_count_ = 0;
    if (undo_count_ == kCapacity) {
      first_ = Position(1);
    } else {
      ++undo_count_;
    }
    states_[Position(undo_count_ - 1)] = present;
  }

  // `present` becomes the state before, or after; there is one.
  void Undo(State& present) {
    --undo_count_;
    std::swap(states_[Position(undo_count_)], present);
    ++redo_count_;
  }
  void Redo(State& present) {
    std::swap(states_[Position(undo_count_)], present);
    ++undo_count_;
    --redo_count_;
  }

  void Clear() { undo_count_ = redo_count_ = 0; }

 private:
  int Position(int number) const { return (first_ + number) % kCapacity; }

  // From `first_` on: those to go back to, the oldest first, then those that
  // were undone, the last one first.
  std::array<State, kCapacity> states_{};
  int first_ = 0;
  int undo_count_ = 0;
  int redo_count_ = 0;
};

}  // namespace sextant

#endif  // SEXTANT_APP_HISTORY_H_
