// The texts of a program that contains none, because the page brings those of
// the language that its reader needs.
#ifndef SEXTANT_LOCALES_HOSTED_TEXTS_H_
#define SEXTANT_LOCALES_HOSTED_TEXTS_H_

#include "locales/text.h"

namespace sextant {

// Where the page puts a language's texts, before anything is said in that
// language: a file that scripts/generate_texts.mjs has made, byte by byte.
char* TextRoom(Language language);

// Call it after they have been put there.
void TextsReplaced();

}  // namespace sextant

#endif  // SEXTANT_LOCALES_HOSTED_TEXTS_H_
