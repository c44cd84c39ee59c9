#include "exchange/link.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <span>

#include "base/utf8.h"
#include "engine/model/fields.h"
#include "engine/model/lists.h"
#include "engine/model/presets.h"
#include "engine/model/validation.h"
#include "exchange/link_text.h"

namespace sextant {
namespace {

constexpr std::string_view kVersion = "1";
constexpr char kDivider = '~';
constexpr size_t kChecksumLength = 6;
constexpr std::string_view kModes[] = {"portfolio.", "breakeven.", "target."};
constexpr std::string_view kMediaFollow = "media";
constexpr std::string_view kTexts = "text:";
constexpr std::string_view kKinds[] = {".o:", ".p:"};

// "retention." of "retention.q": the part of a link that a field belongs to.
std::string_view BlockOf(const FieldDefinition& field) {
  const std::string_view link = field.link;
  return link.substr(0, link.rfind('.') + 1);
}

// "q" of "retention.q".
std::string_view LetterOf(const FieldDefinition& field) {
  return std::string_view(field.link).substr(BlockOf(field).size());
}

// They are written with their mode.
bool IsThreshold(const ScenarioField& field) {
  return BlockOf(field) == "thresholds.";
}

// A separate part: "margin.45".
bool StandsAlone(const ScenarioField& field) { return BlockOf(field).empty(); }

bool IsDefault(const Scenario& scenario, const ScenarioField& field) {
  return field.fallback != nullptr
             ? !HasField(scenario, field)
             : GetField(scenario, field) == field.default_value;
}

void AppendField(const Scenario& scenario, const ScenarioField& field,
                 std::string& link) {
  AppendNamedNumber(LetterOf(field), GetField(scenario, field), link);
}

bool Take(std::string_view& text, std::string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix) return false;
  text.remove_prefix(prefix.size());
  return true;
}

bool HasDefaultMedia(const Scenario& scenario) {
  return std::equal(
      scenario.media.begin(), scenario.media.end(),
      DefaultScenario().media.begin(), DefaultScenario().media.end(),
      [](const Medium& a, const Medium& b) { return a.id == b.id; });
}

// --- Encoding ----------------------------------------------------------------

void AppendLoneFields(const Scenario& scenario, std::string& link) {
  for (const ScenarioField& field : ScenarioFields()) {
    if (!StandsAlone(field) || IsDefault(scenario, field)) continue;
    link += kDivider;
    AppendField(scenario, field, link);
  }
}

void AppendThresholds(const Scenario& scenario, std::string& link) {
  const Thresholds& thresholds = scenario.thresholds;
  if (thresholds == DefaultScenario().thresholds) return;
  link += kDivider;
  link += kModes[static_cast<size_t>(thresholds.mode)];
  for (const ScenarioField& field : ScenarioFields()) {
    if (!IsThreshold(field) || IsDefault(scenario, field)) continue;
    AppendField(scenario, field, link);
  }
}

void AppendBlocks(const Scenario& scenario, std::string& link) {
  std::string_view open;
  for (const ScenarioField& field : ScenarioFields()) {
    if (!field.in_block || IsDefault(scenario, field)) continue;
    if (BlockOf(field) != open) {
      open = BlockOf(field);
      link += kDivider;
      link += open;
    }
    AppendField(scenario, field, link);
  }
}

void AppendLists(const Scenario& scenario, std::string& link) {
  for (size_t i = 0; i < kListCount; ++i) {
    const List& list = Lists()[i];
    bool is_open = false;
    for (size_t place = 0; place < list.capacity; ++place) {
      const auto row = GetRow(scenario, i, place);
      if (!row) continue;
      if (!is_open) link += kDivider + (list.link + std::string("."));
      is_open = true;
      for (size_t c = 0; c < list.columns.size(); ++c) {
        const Column& column = list.columns[c];
        const double value = (*row)[c];
        if (std::isnan(value) || value == column.usual) continue;
        AppendNamedNumber({&column.link, 1}, value, link);
      }
    }
  }
}

std::string CellText(const Cell& cell, const Cell& defaults) {
  std::string text;
  for (const CellField& field : CellFields()) {
    const double value = cell.*field.member;
    if (value == defaults.*field.member) continue;
    AppendNamedNumber(LetterOf(field), value, text);
  }
  return text;
}

void AppendMedium(const Scenario& scenario, size_t medium, bool always,
                  std::string& link) {
  const std::string_view id = scenario.media[medium].id;
  std::string cells;
  for (size_t kind = 0; kind < kKindCount; ++kind) {
    const std::string cell =
        CellText(scenario.cells[medium * kKindCount + kind],
                 DefaultCell(id, static_cast<Kind>(kind)));
    if (cell.empty()) continue;
    cells += kKinds[kind];
    cells += cell;
  }
  if (cells.empty() && !always) return;
  link += kDivider;
  link += id;
  link += cells;
}

void AppendTexts(const Scenario& scenario, std::string& link) {
  const bool has_labels =
      std::any_of(scenario.media.begin(), scenario.media.end(),
                  [](const Medium& medium) { return !medium.label.empty(); });
  if (scenario.title.empty() && !has_labels) return;
  link += kDivider;
  link += kTexts;
  AppendLinkText(scenario.title, link);
  if (!has_labels) return;
  for (const Medium& medium : scenario.media) {
    link += ',';
    AppendLinkText(medium.label, link);
  }
}

// --- Decoding ----------------------------------------------------------------

// The parts of a link between version and checksum. Every function returns
// false when the current part is not the one it reads.
class LinkReader {
 public:
  explicit LinkReader(std::string_view parts) : rest_(parts) { Advance(); }

  std::optional<Scenario> Read() {
    scenario_ = DefaultScenario();
    TakeLoneFields();
    if (TakeCurrency()) Advance();
    if (TakeThresholds()) Advance();
    if (!TakeBlocks() || !TakeMedia() || !TakeLists()) return std::nullopt;
    if (is_part_ && Take(part_, kTexts)) {
      if (!TakeTexts()) return std::nullopt;
      Advance();
    }
    if (is_part_ || Validate(scenario_)) return std::nullopt;
    return scenario_;
  }

 private:
  void Advance() {
    is_part_ = !rest_.empty();
    if (!is_part_) return;
    rest_.remove_prefix(1);  // the divider
    part_ = rest_.substr(0, rest_.find(kDivider));
    rest_.remove_prefix(part_.size());
  }

  void TakeLoneFields() {
    for (const ScenarioField& field : ScenarioFields()) {
      if (!is_part_ || !StandsAlone(field)) continue;
      if (TakeField(field) && part_.empty()) Advance();
    }
  }

  bool TakeField(const ScenarioField& field) {
    const std::optional<double> value = TakeNamedNumber(LetterOf(field), part_);
    if (value) SetField(scenario_, field, *value);
    return value.has_value();
  }

  bool TakeCurrency() {
    if (!is_part_ || CheckCurrency(part_, {})) return false;
    scenario_.currency = part_;
    return true;
  }

  bool TakeThresholds() {
    const std::string_view whole = part_;
    for (size_t mode = 0; is_part_ && mode < std::size(kModes); ++mode) {
      if (!Take(part_, kModes[mode])) continue;
      scenario_.thresholds.mode = static_cast<Thresholds::Mode>(mode);
      for (const ScenarioField& field : ScenarioFields()) {
        if (IsThreshold(field)) TakeField(field);
      }
      if (part_.empty()) return true;
    }
    part_ = whole;
    return false;
  }

  bool TakeBlocks() {
    const std::span<const ScenarioField> fields = ScenarioFields();
    for (size_t i = 0; i < fields.size();) {
      const std::string_view block = BlockOf(fields[i]);
      const bool is_there =
          fields[i].in_block && is_part_ && Take(part_, block);
      for (; i < fields.size() && BlockOf(fields[i]) == block; ++i) {
        if (is_there) TakeField(fields[i]);
      }
      if (!is_there) continue;
      if (!part_.empty()) return false;
      Advance();
    }
    return true;
  }

  // Whether this part is of the list. A medium may have the name of a list, but
  // what follows its dot is "o" or "p", with which no list begins.
  bool IsOf(const List& list) const {
    const std::string_view name = list.link;
    return part_.substr(0, name.size()) == name &&
           part_.substr(name.size(), 2) ==
               std::string{'.', list.columns[0].link};
  }

  bool TakeLists() {
    for (size_t i = 0; i < kListCount; ++i) {
      const List& list = Lists()[i];
      if (!is_part_ || !IsOf(list)) continue;
      Take(part_, list.link);
      Take(part_, ".");
      for (size_t rows = 0; !part_.empty(); ++rows) {
        Row row;
        for (size_t c = 0; c < list.columns.size(); ++c) {
          const Column& column = list.columns[c];
          row[c] =
              TakeNamedNumber({&column.link, 1}, part_).value_or(column.usual);
          if (column.kind == Column::kNumber) continue;
          const double count = column.kind == Column::kCell
                                   ? static_cast<double>(scenario_.cells.size())
                                   : kMonthsOfYear + 1;
          if (!(row[c] >= column.minimum && row[c] < count)) return false;
        }
        if (rows == list.capacity) return false;
        SetRow(scenario_, i, row);
      }
      Advance();
    }
    return true;
  }

  bool TakeMedia() {
    if (!is_part_) return true;
    if (part_ != kMediaFollow) return TakeDefaultMedia();
    Advance();
    scenario_.media.clear();
    scenario_.cells.clear();
    while (IsMedium()) {
      if (scenario_.media.size() == kMaxMedia) return false;
      const std::string_view id = part_.substr(0, part_.find('.'));
      const size_t medium = scenario_.media.size();
      scenario_.media.push_back({id, {}});
      for (size_t kind = 0; kind < kKindCount; ++kind) {
        scenario_.cells.push_back(DefaultCell(id, static_cast<Kind>(kind)));
      }
      if (!TakeCells(medium)) return false;
      Advance();
    }
    return true;
  }

  // With the default media, only those with changes are in the link.
  bool TakeDefaultMedia() {
    for (size_t i = 0; i < scenario_.media.size() && IsMedium(); ++i) {
      if (part_.substr(0, part_.find('.')) != scenario_.media[i].id) continue;
      if (!TakeCells(i)) return false;
      Advance();
    }
    return true;
  }

  bool IsMedium() const {
    return is_part_ && part_.substr(0, kTexts.size()) != kTexts &&
           std::none_of(Lists().begin(), Lists().end(),
                        [&](const List& list) { return IsOf(list); });
  }

  bool TakeCells(size_t medium) {
    part_.remove_prefix(scenario_.media[medium].id.size());
    for (size_t kind = 0; kind < kKindCount; ++kind) {
      if (!Take(part_, kKinds[kind])) continue;
      Cell& cell = scenario_.cells[medium * kKindCount + kind];
      for (const CellField& field : CellFields()) {
        const auto number = TakeNamedNumber(LetterOf(field), part_);
        if (number) cell.*field.member = *number;
      }
    }
    return part_.empty();
  }

  bool TakeTexts() {
    const std::optional<std::string> title = TakeLinkText(part_);
    if (!title) return false;
    scenario_.title = *title;
    if (part_.empty()) return true;
    for (Medium& medium : scenario_.media) {
      if (!Take(part_, ",")) return false;
      const std::optional<std::string> label = TakeLinkText(part_);
      if (!label) return false;
      medium.label = *label;
    }
    return part_.empty();
  }

  std::string_view rest_;
  std::string_view part_;
  bool is_part_ = false;
  Scenario scenario_;
};

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

// --- Links as others pass them on --------------------------------------------

// Some programs escape characters when they pass links on: "%7E" for "~".
std::string WithoutPercentSigns(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() &&
                        HexDigit(text[i + 1]) >= 0 &&
                        HexDigit(text[i + 2]) >= 0;
    if (escape) {
      plain +=
          static_cast<char>(HexDigit(text[i + 1]) * 16 + HexDigit(text[i + 2]));
      i += 2;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

constexpr char kGap = ' ';
constexpr char kForeign = '"';  // not in any link

// The same in ASCII: kGap for a gap, and before a sign that an input method has
// made wide, as text may go on there; kForeign for every other character.
std::string Plain(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextCodePoint(text, i);
    constexpr char32_t kWide = 0xFF01 - '!';
    // Mail breaks long lines with "=" at their end.
    const bool broken =
        c == '=' && i < text.size() && (text[i] == '\r' || text[i] == '\n');
    if (IsBlank(c) || broken) {
      plain += kGap;
    } else if (c < 0x7F) {
      plain += static_cast<char>(c);
    } else if (c > kWide && c <= '~' + kWide) {
      plain += kGap;
      plain += static_cast<char>(c - kWide);
    } else if (c == 0x223C || c == 0x301C) {  // operator and dash of that form
      plain += kGap;
      plain += kDivider;
    } else {
      plain += kForeign;
    }
  }
  return plain;
}

bool IsLetterOrDigit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

bool IsInLinks(char c) {
  return IsLetterOrDigit(c) ||
         std::string_view("-._~!*,:").find(c) != std::string_view::npos;
}

// Whether a link that ends before `rest` is whole: nothing in `rest` could have
// been more of it. Marks at the end of a sentence and another address could
// not.
bool EndsBefore(std::string_view rest) {
  while (!rest.empty() && IsInLinks(rest.front())) {
    if (Take(rest, "http")) return true;
    if (IsLetterOrDigit(rest.front())) return false;
    rest.remove_prefix(1);
  }
  return true;
}

struct FoundLink {
  std::string characters;  // up to the first that no link has
  size_t checked = 0;      // of them, those before a right checksum
};

FoundLink FindLink(std::string_view text) {
  FoundLink found;
  LinkChecksum checksum, before_divider;
  size_t divider = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == kGap) continue;
    if (!IsInLinks(c)) break;
    if (c == kDivider) {
      divider = found.characters.size();
      before_divider = checksum;
    }
    checksum.Add(text.substr(i, 1));
    found.characters += c;
    const size_t after = found.characters.size() - divider - 1;
    if (divider > 0 && after == kChecksumLength &&
        found.characters.substr(divider + 1) == before_divider.Text() &&
        EndsBefore(text.substr(i + 1))) {
      found.checked = divider;
    }
  }
  return found;
}

// kNotALink or kLinkNewer; empty for a link of this version, complete or not.
std::optional<ErrorCode> CheckVersion(std::string_view link) {
  constexpr size_t kLongestVersion = 3;
  const size_t length =
      std::min(link.find_first_not_of("0123456789"), link.size());
  const std::string_view version = link.substr(0, length);
  const bool divided = length < link.size() && link[length] == kDivider;
  if (version == kVersion && (divided || length == link.size())) {
    return std::nullopt;
  }
  const bool newer = divided && !version.empty() && version.front() != '0' &&
                     length <= kLongestVersion;
  return newer ? ErrorCode::kLinkNewer : ErrorCode::kNotALink;
}

}  // namespace

std::string EncodeLink(const Scenario& scenario) {
  const Scenario& defaults = DefaultScenario();
  std::string link(kVersion);
  AppendLoneFields(scenario, link);
  if (scenario.currency != defaults.currency) {
    link += kDivider;
    link += scenario.currency;
  }
  AppendThresholds(scenario, link);
  AppendBlocks(scenario, link);
  const bool other_media = !HasDefaultMedia(scenario);
  if (other_media) {
    link += kDivider;
    link += kMediaFollow;
  }
  for (size_t i = 0; i < scenario.media.size(); ++i) {
    AppendMedium(scenario, i, other_media, link);
  }
  AppendLists(scenario, link);
  AppendTexts(scenario, link);
  const std::string checksum = LinkChecksum().Add(link).Text();
  link += kDivider;
  link += checksum;
  return link;
}

Result<Scenario> DecodeLink(std::string_view text) {
  // Gateways, redirectors and messengers escape one after the other.
  std::string plain(text);
  for (int i = 0; i < 3; ++i) plain = WithoutPercentSigns(plain);
  plain = Plain(plain);
  // Without a "#", from what is not a gap, a bracket or a quotation mark.
  size_t at = plain.find('#');
  at = at != std::string::npos
           ? at + 1
           : std::min(plain.find_first_not_of(" \"'`<([{"), plain.size());
  FoundLink found;
  std::optional<ErrorCode> refusal;
  do {
    found = FindLink(std::string_view(plain).substr(at));
    refusal = CheckVersion(found.characters);
    // A heading, or the number of something, may stand before it.
    at = plain.find('#', at) + 1;
  } while (refusal == ErrorCode::kNotALink && at > 0);
  if (refusal) return Error{*refusal, {}, {}};
  // JavaScript cuts longer texts, and what it cuts could have been more.
  constexpr size_t kLongestText = 100'000;
  if (found.checked > 0 && text.size() <= kLongestText) {
    const std::string_view parts =
        std::string_view(found.characters).substr(0, found.checked);
    LinkReader reader(parts.substr(kVersion.size()));
    if (auto scenario = reader.Read()) return *std::move(scenario);
  }
  return Error{ErrorCode::kLinkDamaged, {}, {}};
}

}  // namespace sextant
