// What the last argument of a call of the package may say.
#ifndef SEXTANT_WASM_OPTIONS_H_
#define SEXTANT_WASM_OPTIONS_H_

#include <string_view>

#include "charts/chart_svg.h"
#include "charts/kit/palette.h"
#include "exchange/json_reader.h"
#include "locales/text.h"

namespace sextant {

struct PictureOptions {
  Language language = Language::kEnglish;
  Theme theme = Theme::kLight;
  double width = 640;
  double height = 480;
};

// Reads a tag such as "zh-TW".
bool ReadLanguage(JsonReader& reader, Language* language);

// Reads the value of the option `key`: lang, theme, width or height. False: it
// is refused, and the reader says why.
bool ReadPictureOption(JsonReader& reader, std::string_view key,
                       PictureOptions& options);

// Refuses a number that is not within the bounds.
bool ReadNumberWithin(JsonReader& reader, double minimum, double maximum,
                      double* number);

// Sets `choice` to the position of the text among `names`.
template <typename T, size_t count>
bool ReadChoice(JsonReader& reader, const char* const (&names)[count],
                T* choice) {
  std::string_view name;
  if (!reader.ReadText(&name)) return false;
  for (size_t i = 0; i < count; ++i) {
    if (name != names[i]) continue;
    *choice = static_cast<T>(i);
    return true;
  }
  return reader.Fail(ErrorCode::kUnknownOption, Truncated(name));
}

}  // namespace sextant

#endif  // SEXTANT_WASM_OPTIONS_H_
