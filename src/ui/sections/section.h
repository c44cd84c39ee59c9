// A part of the interface: one view (ui/view.h) each. Sections are laid out
// under each other and side by side by the application; they know nothing of
// where they stand.
#ifndef SEXTANT_UI_SECTIONS_SECTION_H_
#define SEXTANT_UI_SECTIONS_SECTION_H_

#include "ui/kit/ui.h"

namespace sextant {

class Section {
 public:
  virtual ~Section() = default;

  // Lays the section out from the top of `rect`, as wide as that and as high as
  // it needs, or as `rect` when that has a height. Returns the height taken;
  // without `paint` it only measures, and the height of `rect` is 0.
  virtual float Lay(Ui& ui, Rect rect, bool paint) = 0;

  // How much higher than it needs it may become to match what stands beside it.
  virtual float Stretch() const { return 0; }
  // The part of it at the bottom that needs no match: what is beside it ends
  // above.
  virtual float Tail(const Ui&) const { return 0; }

  // Applies a drag that began in this section, before anything is laid out.
  virtual void ApplyDrag(Ui&) {}
};

// A section on a card of its own, with a heading for those who listen.
class CardSection : public Section {
 public:
  float Lay(Ui& ui, Rect rect, bool paint) final;

 protected:
  // `id` names the heading's node, and so the group of what is on the card.
  CardSection(const char* id, TextId title) : id_(id), title_(title) {}

  // What is on the card, like Lay; `inner` is what padding leaves of it.
  virtual float LayBody(Ui& ui, Rect inner, bool paint) = 0;

  // The card's title in the first line of `line`; returns that line's height.
  float LayTitle(Ui& ui, Rect line, std::string_view text, bool paint) const;
  float LayTitle(Ui& ui, Rect line, bool paint) const {
    return LayTitle(ui, line, ui.Text(title_), paint);
  }
  const char* id() const { return id_; }

 private:
  const char* id_;
  TextId title_;
};

inline constexpr float kTitleHeight = 28;

// As much as is there to be had.
inline constexpr float kAnyStretch = 1e6f;

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_SECTION_H_
