// The interface at a given size, without a browser: glyphs are boxes, and tests
// set the clock.
#ifndef SEXTANT_TESTS_UI_PAGE_H_
#define SEXTANT_TESTS_UI_PAGE_H_

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "platform/box_rasterizer.h"
#include "support/local_tools.h"
#include "ui/application.h"

namespace sextant {

struct Size {
  float width;
  float height;
};
inline constexpr Size kSizes[] = {
    {1280, 800}, {768, 1024}, {390, 844}, {320, 640}};

class Page {
 public:
  explicit Page(Size size = {1280, 800}, Language language = Language::kEnglish,
                Tools::State state = Tools::State::kReady)
      : tools(state), app(rasterizer, tools) {
    app.SetLanguage(language);
    app.SetMoneyStyle(DefaultMoneyStyle("TWD", language));
    app.Resize(size.width, size.height, 2);
    Settle();
  }

  int Settle() {
    int frames = 0;
    while (app.When(now) == 0 && frames < 50) {
      now += 1.0 / 60;
      app.Frame(now);
      ++frames;
    }
    return frames;
  }

  const SemanticNode* Find(std::string_view id) {
    for (const SemanticNode& node : app.semantics().nodes()) {
      if (node.id == id) return &node;
    }
    return nullptr;
  }

  // A node's place in the view, after scrolling to it if necessary.
  Rect Reveal(std::string_view id) {
    const SemanticNode* node = Find(id);
    EXPECT_NE(node, nullptr) << id;
    if (node == nullptr) return {};
    Rect rect = node->rect;
    if (!node->sticky) {
      app.SetScroll(std::max(0.0f, rect.y - app.surroundings().height / 2));
      Settle();
      rect.y -= app.surroundings().scroll;
    }
    return rect;
  }

  void Send(PointerEventType type, float x, float y, bool touch = false) {
    app.Pointer({type, x, y, touch});
  }

  void Drag(float x0, float y0, float x1, float y1, bool touch = false) {
    Send(PointerEventType::kMove, x0, y0, touch);
    Send(PointerEventType::kDown, x0, y0, touch);
    Settle();
    for (int i = 1; i <= 10; ++i) {
      const float part = static_cast<float>(i) / 10;
      Send(PointerEventType::kMove, x0 + (x1 - x0) * part,
           y0 + (y1 - y0) * part, touch);
      now += 1.0 / 60;
      app.Frame(now);
    }
    Send(PointerEventType::kUp, x1, y1, touch);
    if (touch) Send(PointerEventType::kLeave, x1, y1, touch);
    Settle();
  }

  void Click(float x, float y) {
    Send(PointerEventType::kMove, x, y);
    Send(PointerEventType::kDown, x, y);
    Send(PointerEventType::kUp, x, y);
    Settle();
  }

  double Value(std::string_view path) {
    return GetField(app.session().scenario(),
                    *FindField(app.session().scenario(), path));
  }

  BoxRasterizer rasterizer;
  LocalTools tools;
  Application app;
  double now = 100;
};

inline bool IsControl(const SemanticNode& node) {
  return node.editable || node.role == Role::kSlider ||
         node.role == Role::kButton || node.role == Role::kRadio ||
         node.role == Role::kChoice;
}

inline bool Contains(Rect outer, Rect inner) {
  constexpr float kSlack = 0.5f;
  return inner.x >= outer.x - kSlack && inner.y >= outer.y - kSlack &&
         inner.right() <= outer.right() + kSlack &&
         inner.bottom() <= outer.bottom() + kSlack;
}

inline bool Overlap(Rect a, Rect b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() &&
         b.y < a.bottom();
}

// Shows the complete content, so content and view coordinates are the same.
inline void ShowEverything(Page& page) {
  const auto& around = page.app.surroundings();
  page.app.SetScroll(0);
  for (int i = 0; i < 3; ++i) {
    page.app.Resize(around.width, std::max(100.0f, page.app.content_height()),
                    2);
    page.Settle();
  }
}

}  // namespace sextant

#endif  // SEXTANT_TESTS_UI_PAGE_H_
