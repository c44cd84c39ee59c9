// What is to be said about a number that a reader has typed, before it is
// taken.
#ifndef SEXTANT_APP_TYPED_NUMBER_H_
#define SEXTANT_APP_TYPED_NUMBER_H_

#include <string>
#include <string_view>

#include "app/session.h"
#include "engine/model/fields.h"
#include "locales/text.h"

namespace sextant {

// Empty: it can be taken, or refused, as it is. A sentence: it has the sign or
// the code of another currency than `currency` ("US$45" where amounts are in
// TWD; "$" and "元" belong to several). Four lines: it can be read in two ways,
// as a share without its sign that looks like a fraction ("0.018") or an amount
// with what may be a separator of thousands ("12.000"): the question, the other
// number as it can be typed, what a button for that says, and what takes the
// number as it was typed.
std::string DoubtAbout(std::string_view text, Unit unit,
                       std::string_view currency, Language language);

// Sets a field to what was typed, unless there is a doubt; whoever is `sure`
// has answered the question. Empty, or a doubt, or a sentence why it is
// refused; then nothing has changed.
std::string TakeTyped(Session& session, const FieldAddress& address,
                      std::string_view text, bool sure, Language language);

}  // namespace sextant

#endif  // SEXTANT_APP_TYPED_NUMBER_H_
