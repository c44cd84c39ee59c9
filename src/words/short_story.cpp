#include "words/short_story.h"

#include "base/integer_text.h"
#include "engine/customers/customer_value.h"
#include "words/cell_state.h"
#include "words/names.h"

// Separate from the other words, because the engine module has no chips and
// leaves this file and its texts out.
namespace sextant {
namespace {

TextId StoryOf(const CellState& state) {
  if (state.on_line()) return TextId::kStoryOnLine;
  if (!state.earns && (state.low_cpa() || state.converts_well)) {
    return TextId::kStoryAtALoss;
  }
  switch (state.quadrant) {
    case Quadrant::kLowCpcLowCpa:
      return TextId::kStory1;
    case Quadrant::kHighCpcLowCpa:
      return TextId::kStory2;
    case Quadrant::kHighCpcHighCpa:
      return state.earns ? TextId::kStory3Earns : TextId::kStory3;
    case Quadrant::kLowCpcHighCpa:
      return state.earns ? TextId::kStory4Earns : TextId::kStory4;
  }
  return TextId::kStory1;
}

}  // namespace

std::string ShortStory(const Scenario& scenario, const Report& report, int cell,
                       Language language) {
  const auto quadrant = report.cells()[static_cast<size_t>(cell)].quadrant;
  if (!quadrant) return QuadrantName(quadrant, language);
  std::string story(QuadrantNumeral(*quadrant));
  story += " · ";
  const CellState state = StateOf(scenario, report, cell);
  const auto month = PaybackMonthOfCell(scenario, report, cell);
  story += month && !state.earns
               ? FormatText(language, TextId::kChartQuadrantPaysBack,
                            {{"month", IntegerText(static_cast<int>(*month))}})
               : std::string(Text(language, StoryOf(state)));
  return story;
}

}  // namespace sextant
