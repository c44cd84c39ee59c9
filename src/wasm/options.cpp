#include "wasm/options.h"

#include <optional>

#include "engine/model/fields.h"

namespace sextant {
namespace {

bool ReadSide(JsonReader& reader, double* side) {
  return ReadNumberWithin(reader, kSmallestSide, kLargestSide, side);
}

}  // namespace

bool ReadLanguage(JsonReader& reader, Language* language) {
  std::string_view tag;
  if (!reader.ReadText(&tag)) return false;
  const std::optional<Language> found = FindLanguage(tag);
  if (!found) return reader.Fail(ErrorCode::kUnknownOption, Truncated(tag));
  *language = *found;
  return true;
}

bool ReadNumberWithin(JsonReader& reader, double minimum, double maximum,
                      double* number) {
  if (!reader.ReadNumber(number)) return false;
  const auto error = CheckRange(*number, minimum, maximum, {});
  return !error || reader.Fail(error->code, error->detail);
}

bool ReadPictureOption(JsonReader& reader, std::string_view key,
                       PictureOptions& options) {
  if (key == "lang") return ReadLanguage(reader, &options.language);
  if (key == "theme") return ReadChoice(reader, kThemeNames, &options.theme);
  if (key == "width") return ReadSide(reader, &options.width);
  if (key == "height") return ReadSide(reader, &options.height);
  return reader.Fail(ErrorCode::kUnknownField, Truncated(key));
}

}  // namespace sextant
