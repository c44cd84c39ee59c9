#include "locales/text.h"

#include <cstddef>

#include "locales/hosted_texts.h"
#include "locales/text_table.h"

namespace sextant {
namespace {

char LowerCase(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Whether the first subtag of a BCP 47 tag is `language` (lower case).
bool HasPrimarySubtag(std::string_view tag, std::string_view language) {
  if (tag.size() < language.size()) return false;
  for (size_t i = 0; i < language.size(); ++i) {
    if (LowerCase(tag[i]) != language[i]) return false;
  }
  return tag.size() == language.size() || tag[language.size()] == '-' ||
         tag[language.size()] == '_';
}

const std::string_view* FindValue(
    std::initializer_list<Placeholder> placeholders, std::string_view name) {
  for (const Placeholder& placeholder : placeholders) {
    if (placeholder.name == name) return &placeholder.value;
  }
  return nullptr;
}

// Where each text starts.
class TextIndex {
 public:
  TextIndex() { Update(); }

  void Update() {
    for (int language = 0; language < text_table::kLanguageCount; ++language) {
      const char* text = text_table::kTexts[language];
      for (std::string_view& entry : texts_[language]) {
        entry = text;
        text += entry.size() + 1;
      }
    }
  }

  std::string_view Find(Language language, TextId id) const {
    return texts_[static_cast<size_t>(language)][static_cast<size_t>(id)];
  }

 private:
  std::string_view texts_[text_table::kLanguageCount][text_table::kTextCount];
};

TextIndex& Index() {
  static TextIndex index;
  return index;
}

}  // namespace

void TextsReplaced() { Index().Update(); }

std::optional<Language> FindLanguage(std::string_view tag) {
  if (HasPrimarySubtag(tag, "en")) return Language::kEnglish;
  // For readers of simplified characters, traditional ones are better than
  // English.
  if (HasPrimarySubtag(tag, "zh")) return Language::kTraditionalChinese;
  return std::nullopt;
}

std::string_view Text(Language language, TextId id) {
  return Index().Find(language, id);
}

std::string FillText(std::string_view pattern,
                     std::initializer_list<Placeholder> placeholders) {
  std::string text;
  text.reserve(pattern.size() + 32);
  size_t position = 0;
  while (position < pattern.size()) {
    const size_t open = pattern.find('{', position);
    const size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    const std::string_view* value = FindValue(placeholders, name);
    text += pattern.substr(position, open - position);
    text += value != nullptr ? *value : pattern.substr(open, close - open + 1);
    position = close + 1;
  }
  text += pattern.substr(position);
  return text;
}

std::string FormatText(Language language, TextId id,
                       std::initializer_list<Placeholder> placeholders) {
  return FillText(Text(language, id), placeholders);
}

}  // namespace sextant
