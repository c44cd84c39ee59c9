// The cell that is hovered or focused, which every section highlights. A
// section sets it while it is laid out; it takes effect in the next frame.
#ifndef SEXTANT_UI_KIT_HIGHLIGHT_H_
#define SEXTANT_UI_KIT_HIGHLIGHT_H_

namespace sextant {

class Highlight {
 public:
  int cell() const { return cell_; }  // -1: none
  void Set(int cell) { next_ = cell; }

  void BeginPass() { next_ = -1; }
  // Returns whether another cell is highlighted from now on.
  bool EndFrame() {
    const bool changes = next_ != cell_;
    cell_ = next_;
    return changes;
  }

 private:
  int cell_ = -1;
  int next_ = -1;
};

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_HIGHLIGHT_H_
