#include "engine/model/validation.h"

#include <cmath>
#include <cstdint>
#include <string>

#include "base/integer_text.h"
#include "base/utf8.h"
#include "engine/model/fields.h"
#include "engine/model/lists.h"

namespace sextant {
namespace {

std::string Indexed(const char* list, size_t index, const char* member) {
  std::string path = list;
  path += '[';
  path += IntegerText(static_cast<int64_t>(index));
  path += "].";
  path += member;
  return path;
}

bool IsControl(int32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F) ||
         code_point == 0x2028 || code_point == 0x2029;
}

bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }

bool IsIdentifier(std::string_view id) {
  if (id.empty() || id.size() > kMaxMediumIdLength || !IsLetter(id[0])) {
    return false;
  }
  for (char c : id) {
    if (!IsLetter(c) && !(c >= '0' && c <= '9') && c != '-') return false;
  }
  return true;
}

std::optional<Error> CheckCells(const Scenario& scenario) {
  if (scenario.cells.size() != scenario.media.size() * kKindCount) {
    return Error{ErrorCode::kMediaCount, "cells", {}};
  }
  for (size_t i = 0; i < scenario.cells.size(); ++i) {
    for (const CellField& field : CellFields()) {
      if (auto error = CheckField(field, scenario.cells[i].*field.member, {})) {
        error->field = Indexed("cells", i, field.id);
        return error;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Error> CheckMedia(std::span<const Medium> media) {
  if (media.empty() || media.size() > kMaxMedia) {
    return Error{ErrorCode::kMediaCount, "media", {}};
  }
  for (size_t i = 0; i < media.size(); ++i) {
    if (!IsIdentifier(media[i].id)) {
      return Error{ErrorCode::kBadIdentifier, Indexed("media", i, "id"), {}};
    }
    for (size_t earlier = 0; earlier < i; ++earlier) {
      if (media[earlier].id == media[i].id) {
        return Error{ErrorCode::kDuplicate, Indexed("media", i, "id"),
                     media[i].id.str()};
      }
    }
    // The path is only built when it is needed.
    if (auto error = CheckText(media[i].label, kMaxLabelLength, {})) {
      error->field = Indexed("media", i, "label");
      return error;
    }
  }
  return std::nullopt;
}

std::optional<Error> CheckText(std::string_view text, int maximum_length,
                               std::string_view path) {
  int length = 0;
  for (size_t position = 0; position < text.size(); ++length) {
    const int32_t code_point = TakeCodePoint(text, position);
    if (code_point < 0 || IsControl(code_point)) {
      return Error{ErrorCode::kBadText, std::string(path), {}};
    }
  }
  if (length <= maximum_length) return std::nullopt;
  return Error{ErrorCode::kTooLong, std::string(path),
               IntegerText(maximum_length)};
}

std::optional<Error> CheckCurrency(std::string_view currency,
                                   std::string_view path) {
  bool good = currency.size() == 3;
  for (char c : currency) good = good && c >= 'A' && c <= 'Z';
  if (good) return std::nullopt;
  return Error{ErrorCode::kBadCurrency, std::string(path), {}};
}

std::optional<Error> CheckShares(const FlywheelInputs& flywheel) {
  constexpr double kTolerance = 1e-6;
  const double sum = SumOfShares(flywheel);
  if (std::fabs(sum - 1) <= kTolerance) return std::nullopt;
  return Error{ErrorCode::kSharesDoNotSum, "flywheel.segments",
               IntegerText(std::llround(sum / kTolerance))};
}

std::optional<Error> Validate(const Scenario& scenario) {
  if (auto error = CheckText(scenario.title, kMaxTitleLength, "title")) {
    return error;
  }
  if (auto error = CheckCurrency(scenario.currency, "currency")) return error;
  for (const ScenarioField& field : ScenarioFields()) {
    if (auto error = CheckField(field, GetField(scenario, field), field.id)) {
      return error;
    }
  }
  if (auto error = CheckShares(scenario.flywheel)) return error;
  if (auto error = CheckMedia(scenario.media)) return error;
  if (auto error = CheckCells(scenario)) return error;
  return CheckLists(scenario);
}

}  // namespace sextant
