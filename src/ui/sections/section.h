// A part of the interface, one for each view (app/views.h) but kAll. Sections
// (sections.h) places them; a section does not know its neighbours.
#ifndef SEXTANT_UI_SECTIONS_SECTION_H_
#define SEXTANT_UI_SECTIONS_SECTION_H_

#include "ui/kit/ui.h"

namespace sextant {

class Section {
 public:
  virtual ~Section() = default;

  // Lays the section out from the top of `rect` over its width. The section is
  // as high as it needs or, if `rect` has a height, as high as that. Returns
  // the height. Without `paint` it only measures, and the height of `rect` is
  // 0.
  virtual float Lay(Ui& ui, Rect rect, bool paint) = 0;

  // The most points by which it may be higher than it needs, to match its
  // neighbour.
  virtual float Stretch() const { return 0; }
  // The height of the part at its bottom that the neighbour need not match.
  virtual float Tail(const Ui&) const { return 0; }

  // Shows only its picture, if it has one, in this place. Of the bubbles in it,
  // only that of the cell `hand` can be dragged; -1: none.
  virtual void ShowPicture(Ui&, Rect, int /*hand*/) {}

  // Applies a drag that began in this section, before anything is laid out.
  virtual void ApplyDrag(Ui&) {}
};

// A section on its own card, with a heading node for screen readers.
class CardSection : public Section {
 public:
  float Lay(Ui& ui, Rect rect, bool paint) final;

 protected:
  // `id` is the id of the heading's node, which is the group of the card's
  // nodes.
  CardSection(const char* id, TextId title) : id_(id), title_(title) {}

  // Lays out the contents of the card, as Lay does; `inner` is the card without
  // its padding.
  virtual float LayBody(Ui& ui, Rect inner, bool paint) = 0;

  // Writes the card's title; returns the height of its line.
  float LayTitle(Ui& ui, Rect line, std::string_view text, bool paint) const;
  float LayTitle(Ui& ui, Rect line, bool paint) const {
    return LayTitle(ui, line, ui.Text(title_), paint);
  }
  // The places of the title and of something `width` wide and `height` high: at
  // the right of the same line or, on a phone or a narrow card, below the title
  // and as wide as the card.
  struct Head {
    Rect title;
    Rect other;
    float height = 0;
  };
  static Head HeadIn(const Ui& ui, Rect inner, float width, float height);
  const char* id() const { return id_; }

 private:
  const char* id_;
  TextId title_;
};

inline constexpr float kTitleHeight = 28;

// Without a limit.
inline constexpr float kAnyStretch = 1e6f;

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_SECTION_H_
