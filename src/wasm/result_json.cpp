#include "wasm/result_json.h"

#include "locales/text.h"

namespace sextant {
namespace {

constexpr const char* kVerdictNames[] = {"neither", "better", "worse"};

}  // namespace

void WriteResult(const ShownResult& shown, Language language,
                 JsonWriter& json) {
  json.Key(shown.result->id);
  if (!shown.reason && shown.change.text.empty()) {
    json.Value(shown.text);
    return;
  }
  json.BeginObject().Member("text", shown.text);
  if (shown.reason) json.Member("reason", Text(language, *shown.reason));
  if (!shown.change.text.empty()) {
    json.Member("change", shown.change.text)
        .Member("verdict",
                kVerdictNames[static_cast<int>(shown.change.verdict)]);
  }
  json.EndObject();
}

}  // namespace sextant
