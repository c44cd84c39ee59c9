// What other tools call things: src/tables/exports.json.
#ifndef SEXTANT_EXCHANGE_IMPORT_NAMES_H_
#define SEXTANT_EXCHANGE_IMPORT_NAMES_H_

#include <optional>
#include <string>
#include <string_view>

#include "exchange/export_table.h"

namespace sextant {

// A cell of the three media of the model, in the order of EmptyScenario().
using ModelCell = int;

// The name without case, blanks and punctuation, so that "Source / medium" and
// "source/medium" are one.
std::string NameKey(std::string_view name);

// Without what is not seen at either end: blanks, no-break and ideographic
// spaces, a byte order mark.
std::string_view Trimmed(std::string_view text);

// What a header says: "Amount spent (TWD)" is kAmountSpent in TWD.
struct HeaderMeaning {
  std::optional<ExportColumn> column;
  std::string_view currency;       // of the brackets at the end; "" if none
  bool is_german = false;          // only German calls it that
  const char* language = nullptr;  // which other language it is in
};
HeaderMeaning MeaningOf(std::string_view header);

// Of a channel group, as GA4 calls them.
std::optional<ModelCell> CellOfChannel(std::string_view channel);
// Of a campaign type, as Google Ads calls them.
std::optional<ModelCell> CellOfCampaignType(std::string_view type);
// Of "google / cpc", by GA4's published rules of channels. Nothing for what
// they do not cover: texts without " / ", "(other)", "(data not available)".
std::optional<ModelCell> CellOfSourceMedium(std::string_view source_medium);

// Whether a whole cell names a total: "Total", "Grand total", "總計", or one
// that begins with "Total:".
bool NamesTotal(std::string_view cell);

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_IMPORT_NAMES_H_
