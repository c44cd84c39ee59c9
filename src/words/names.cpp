#include "words/names.h"

#include "base/integer_text.h"
#include "base/utf8.h"
#include "locales/text.h"

namespace sextant {

namespace {

// Its name where it has no label.
std::string OwnName(const Scenario& scenario, int medium, Language language,
                    bool brief = false) {
  const Medium& entry = scenario.media[medium];
  const auto name = [&](TextId full, TextId short_form) {
    return std::string(Text(language, brief ? short_form : full));
  };
  if (entry.id == "social") {
    return name(TextId::kMediumSocial, TextId::kMediumSocialShort);
  }
  if (entry.id == "search") {
    return name(TextId::kMediumSearch, TextId::kMediumSearchShort);
  }
  if (entry.id == "integrated") {
    return name(TextId::kMediumIntegrated, TextId::kMediumIntegratedShort);
  }
  // "medium-4" keeps its number when another medium is removed.
  constexpr std::string_view kPrefix = "medium-";
  const std::string_view id = entry.id.view();
  return FormatText(language, TextId::kMediumOther,
                    {{"number", id.starts_with(kPrefix)
                                    ? std::string(id.substr(kPrefix.size()))
                                    : IntegerText(medium + 1)}});
}

// At most as wide as twelve letters.
std::string Start(std::string_view text) {
  constexpr int kLetters = 12;
  int letters = 0;
  size_t end = 0;
  for (size_t next = 0; next < text.size();) {
    letters += IsWide(NextCodePoint(text, next)) ? 2 : 1;
    if (letters > kLetters) return std::string(text.substr(0, end)) + "…";
    if (letters < kLetters) end = next;
  }
  return std::string(text);
}

}  // namespace

std::string MediumName(const Scenario& scenario, int medium,
                       Language language) {
  const auto& label = scenario.media[medium].label;
  return label.empty() ? OwnName(scenario, medium, language) : label.str();
}

std::string ShortMediumName(const Scenario& scenario, int medium,
                            Language language) {
  const auto& label = scenario.media[medium].label;
  return label.empty() ? OwnName(scenario, medium, language, true)
                       : Start(label.str());
}

std::string_view LabelFor(const Scenario& scenario, int medium,
                          std::string_view text, Language language) {
  return text == OwnName(scenario, medium, language) ? std::string_view()
                                                     : text;
}

std::string_view KindName(Kind kind, Language language) {
  return Text(language, kind == Kind::kOrganic ? TextId::kKindOrganic
                                               : TextId::kKindPaid);
}

std::string_view ShortKindName(Kind kind, Language language) {
  return Text(language, kind == Kind::kOrganic ? TextId::kKindOrganicShort
                                               : TextId::kKindPaidShort);
}

std::string ShortCellName(const Scenario& scenario, int cell,
                          Language language) {
  return FormatText(
      language, TextId::kCellShort,
      {{"medium", ShortMediumName(scenario, MediumOf(cell), language)},
       {"kind", ShortKindName(KindOf(cell), language)}});
}

std::string CellName(const Scenario& scenario, int cell, Language language) {
  std::string name = MediumName(scenario, MediumOf(cell), language);
  name += " · ";
  name += KindName(KindOf(cell), language);
  return name;
}

std::string QuadrantName(std::optional<Quadrant> quadrant, Language language) {
  if (!quadrant) return std::string(Text(language, TextId::kQuadrantNone));
  return FormatText(language, TextId::kQuadrantName,
                    {{"numeral", QuadrantNumeral(*quadrant)}});
}

std::string_view QuadrantNumeral(Quadrant quadrant) {
  switch (quadrant) {
    case Quadrant::kLowCpcLowCpa:
      return "I";
    case Quadrant::kHighCpcLowCpa:
      return "II";
    case Quadrant::kHighCpcHighCpa:
      return "III";
    case Quadrant::kLowCpcHighCpa:
      return "IV";
  }
  return "";
}

std::string_view QuadrantStory(Quadrant quadrant, Language language) {
  switch (quadrant) {
    case Quadrant::kLowCpcLowCpa:
      return Text(language, TextId::kQuadrant1Story);
    case Quadrant::kHighCpcLowCpa:
      return Text(language, TextId::kQuadrant2Story);
    case Quadrant::kHighCpcHighCpa:
      return Text(language, TextId::kQuadrant3Story);
    case Quadrant::kLowCpcHighCpa:
      return Text(language, TextId::kQuadrant4Story);
  }
  return {};
}

std::string_view ShortQuadrantStory(Quadrant quadrant, Language language) {
  constexpr TextId kStories[] = {TextId::kStory1, TextId::kStory2,
                                 TextId::kStory3, TextId::kStory4};
  return Text(language, kStories[static_cast<int>(quadrant) - 1]);
}

}  // namespace sextant
