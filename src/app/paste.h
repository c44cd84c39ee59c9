// A block copied from a spreadsheet.
#ifndef SEXTANT_APP_PASTE_H_
#define SEXTANT_APP_PASTE_H_

#include <string>
#include <string_view>

#include "app/session.h"
#include "locales/text.h"

namespace sextant {

// Fills the inputs of cells with a block: lines of values with tabs between
// them, as spreadsheets copy them, values in quotes where they contain one of
// both. The first value goes to `start`; the others of its line follow in the
// order of a cell's inputs, the next lines go to the next cells. Numbers are
// read as typed ones (ParseTypedNumber); an empty value leaves its input as it
// is. One undo step. Returns an empty text, or a sentence why not, with the
// line and the column; then nothing has changed.
std::string Paste(Session& session, const FieldAddress& start,
                  std::string_view text, Language language);

// The same without the values that do not fit.
void PasteOthers(Session& session, const FieldAddress& start,
                 std::string_view text, Language language);

// What a block would do: a line that says how many values fit, for the button
// that pastes them; then a line per value: its input, the value, and why it
// does not fit, with tabs between them. The input is empty when there is none.
std::string PreviewPaste(const Session& session, const FieldAddress& start,
                         std::string_view text, Language language);

}  // namespace sextant

#endif  // SEXTANT_APP_PASTE_H_
