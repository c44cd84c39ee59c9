// An error as a sentence for the reader.
#ifndef SEXTANT_EXCHANGE_ERROR_MESSAGE_H_
#define SEXTANT_EXCHANGE_ERROR_MESSAGE_H_

#include <string>
#include <string_view>

#include "engine/model/fields.h"
#include "engine/model/result.h"
#include "locales/text.h"

namespace sextant {

// "cells[1].conversionRate must be between 0 and 1." Names the field by its
// path, for programmers.
std::string ErrorMessage(const Error& error, Language language);

// "Conversion rate must be between 0% and 100%." For a number typed into an
// input of the interface.
std::string InputErrorMessage(const Error& error, Language language,
                              const FieldDefinition& field);

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_ERROR_MESSAGE_H_
