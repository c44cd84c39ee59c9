// All texts on screen in both languages, from en.json and zh-TW.json.
#ifndef SEXTANT_LOCALES_TEXT_H_
#define SEXTANT_LOCALES_TEXT_H_

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "locales/text_id.h"

namespace sextant {

enum class Language { kEnglish, kTraditionalChinese };

// Accepts "en", "en-GB", "zh", "zh-TW", "zh-Hant-HK" …; empty for others.
std::optional<Language> FindLanguage(std::string_view tag);

// The text as written in the locale file, {placeholders} included.
std::string_view Text(Language language, TextId id);

struct Placeholder {
  std::string_view name;
  std::string_view value;
};

// The pattern with each {name} replaced. A name without a value stays as
// written, so that a mistake is visible; a text made of texts is filled twice.
std::string FillText(std::string_view pattern,
                     std::initializer_list<Placeholder> placeholders);

std::string FormatText(Language language, TextId id,
                       std::initializer_list<Placeholder> placeholders);

}  // namespace sextant

#endif  // SEXTANT_LOCALES_TEXT_H_
