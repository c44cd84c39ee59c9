#include "exchange/link.h"

#include <algorithm>
#include <optional>

#include "engine/model/fields.h"
#include "engine/model/presets.h"
#include "engine/model/validation.h"
#include "exchange/link_text.h"

namespace sextant {
namespace {

constexpr std::string_view kVersion = "1";
constexpr char kDivider = '~';
constexpr size_t kChecksumLength = 6;
constexpr std::string_view kMargin = "margin";
constexpr std::string_view kModes[] = {"portfolio", "target"};
constexpr std::string_view kCpc = "c";
constexpr std::string_view kCpa = "a";
constexpr std::string_view kMediaFollow = "media";
constexpr std::string_view kTexts = "text:";
constexpr std::string_view kKinds[] = {".o:", ".p:"};
// In the order of CellFields().
constexpr std::string_view kCellFieldNames[] = {"v", "r", "a", "c",
                                                "f", "n", "g"};

// Parts of which each value is a field: consecutive ones of BlockFields().
struct Block {
  std::string_view name;
  std::string_view letters;  // one for each field
};
constexpr Block kBlocks[] = {
    {"retention.", "qcd"}, {"flywheel.", "mgr"},   {"promoter.", "scqv"},
    {"passive.", "scqv"},  {"detractor.", "scqv"}, {"remarketing.", "rc"},
};

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

void AppendThresholds(const Thresholds& thresholds, std::string& link) {
  const Thresholds& defaults = DefaultScenario().thresholds;
  if (thresholds == defaults) return;
  link += kDivider;
  link += kModes[static_cast<size_t>(thresholds.mode)];
  link += '.';
  if (thresholds.cpc != defaults.cpc) {
    AppendNamedNumber(kCpc, thresholds.cpc, link);
  }
  if (thresholds.cpa != defaults.cpa) {
    AppendNamedNumber(kCpa, thresholds.cpa, link);
  }
}

void AppendBlocks(const Scenario& scenario, std::string& link) {
  size_t i = 0;
  for (const Block& block : kBlocks) {
    std::string values;
    for (const char& letter : block.letters) {
      const ScenarioField& field = BlockFields()[i++];
      const double value = GetField(scenario, field);
      const bool is_default = HasField(DefaultScenario(), field)
                                  ? value == field.default_value
                                  : !HasField(scenario, field);
      if (!is_default) AppendNamedNumber({&letter, 1}, value, values);
    }
    if (values.empty()) continue;
    link += kDivider;
    link += block.name;
    link += values;
  }
}

std::string CellText(const Cell& cell, const Cell& defaults) {
  std::string text;
  size_t i = 0;
  for (const CellField& field : CellFields()) {
    const std::string_view name = kCellFieldNames[i++];
    const double value = cell.*field.member;
    if (value != defaults.*field.member) AppendNamedNumber(name, value, text);
  }
  return text;
}

void AppendMedium(const Scenario& scenario, size_t medium, bool always,
                  std::string& link) {
  const std::string& id = scenario.media[medium].id;
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
// false when the part at hand is not what it reads.
class LinkReader {
 public:
  explicit LinkReader(std::string_view parts) : rest_(parts) { Advance(); }

  std::optional<Scenario> Read() {
    scenario_ = DefaultScenario();
    if (TakeMargin()) Advance();
    if (TakeCurrency()) Advance();
    if (TakeThresholds()) Advance();
    if (!TakeBlocks() || !TakeMedia()) return std::nullopt;
    if (is_part_ && Take(part_, kTexts)) {
      if (!TakeTexts()) return std::nullopt;
      Advance();
    }
    if (is_part_ || Validate(scenario_)) return std::nullopt;
    return std::move(scenario_);
  }

 private:
  void Advance() {
    is_part_ = !rest_.empty();
    if (!is_part_) return;
    rest_.remove_prefix(1);  // the divider
    part_ = rest_.substr(0, rest_.find(kDivider));
    rest_.remove_prefix(part_.size());
  }

  bool TakeMargin() {
    const std::optional<double> margin = TakeNamedNumber(kMargin, part_);
    if (!is_part_ || !margin || !part_.empty()) return false;
    scenario_.gross_margin = *margin;
    return true;
  }

  bool TakeCurrency() {
    if (!is_part_ || CheckCurrency(part_, {})) return false;
    scenario_.currency = part_;
    return true;
  }

  bool TakeThresholds() {
    for (size_t mode = 0; is_part_ && mode < 2; ++mode) {
      std::string_view values = part_;
      if (!Take(values, kModes[mode]) || !Take(values, ".")) continue;
      scenario_.thresholds.mode = static_cast<Thresholds::Mode>(mode);
      TakeOptionalNumber(kCpc, values, scenario_.thresholds.cpc);
      TakeOptionalNumber(kCpa, values, scenario_.thresholds.cpa);
      return values.empty();
    }
    return false;
  }

  bool TakeBlocks() {
    size_t i = 0;
    for (const Block& block : kBlocks) {
      const auto fields = BlockFields().subspan(i, block.letters.size());
      i += fields.size();
      if (!is_part_ || !Take(part_, block.name)) continue;
      size_t letter = 0;
      for (const ScenarioField& field : fields) {
        const auto value =
            TakeNamedNumber(block.letters.substr(letter++, 1), part_);
        if (value) SetField(scenario_, field, *value);
      }
      if (!part_.empty()) return false;
      Advance();
    }
    return true;
  }

  static void TakeOptionalNumber(std::string_view name, std::string_view& text,
                                 double& value) {
    if (const auto number = TakeNamedNumber(name, text)) value = *number;
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
      scenario_.media.push_back({std::string(id), {}});
      for (size_t kind = 0; kind < kKindCount; ++kind) {
        scenario_.cells.push_back(DefaultCell(id, static_cast<Kind>(kind)));
      }
      if (!TakeCells(medium)) return false;
      Advance();
    }
    return true;
  }

  // The default media, of which only those with changes are there.
  bool TakeDefaultMedia() {
    for (size_t i = 0; i < scenario_.media.size() && IsMedium(); ++i) {
      if (part_.substr(0, part_.find('.')) != scenario_.media[i].id) continue;
      if (!TakeCells(i)) return false;
      Advance();
    }
    return true;
  }

  bool IsMedium() const {
    return is_part_ && part_.substr(0, kTexts.size()) != kTexts;
  }

  bool TakeCells(size_t medium) {
    part_.remove_prefix(scenario_.media[medium].id.size());
    for (size_t kind = 0; kind < kKindCount; ++kind) {
      if (!Take(part_, kKinds[kind])) continue;
      Cell& cell = scenario_.cells[medium * kKindCount + kind];
      size_t i = 0;
      for (const CellField& field : CellFields()) {
        TakeOptionalNumber(kCellFieldNames[i++], part_, cell.*field.member);
      }
    }
    return part_.empty();
  }

  bool TakeTexts() {
    std::optional<std::string> title = TakeLinkText(part_);
    if (!title) return false;
    scenario_.title = *std::move(title);
    if (part_.empty()) return true;
    for (Medium& medium : scenario_.media) {
      if (!Take(part_, ",")) return false;
      std::optional<std::string> label = TakeLinkText(part_);
      if (!label) return false;
      medium.label = *std::move(label);
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

// Programs that pass links on write "%7E" for "~" and the like.
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

// kNotALink and kLinkNewer; nothing when it is one of this version, whole or
// not.
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
  if (scenario.gross_margin != defaults.gross_margin) {
    link += kDivider;
    AppendNamedNumber(kMargin, scenario.gross_margin, link);
  }
  if (scenario.currency != defaults.currency) {
    link += kDivider;
    link += scenario.currency;
  }
  AppendThresholds(scenario.thresholds, link);
  AppendBlocks(scenario, link);
  const bool other_media = !HasDefaultMedia(scenario);
  if (other_media) {
    link += kDivider;
    link += kMediaFollow;
  }
  for (size_t i = 0; i < scenario.media.size(); ++i) {
    AppendMedium(scenario, i, other_media, link);
  }
  AppendTexts(scenario, link);
  const std::string checksum = LinkChecksum(link);
  link += kDivider;
  link += checksum;
  return link;
}

Result<Scenario> DecodeLink(std::string_view text) {
  const size_t hash = text.rfind('#');
  if (hash != std::string_view::npos) text.remove_prefix(hash + 1);
  const std::string plain = WithoutPercentSigns(text);
  const std::string_view link = plain;
  if (const auto code = CheckVersion(link)) return Error{*code, {}, {}};

  const size_t divider = link.rfind(kDivider);
  if (divider != std::string_view::npos) {
    const std::string_view checked = link.substr(0, divider);
    const std::string_view checksum = link.substr(divider + 1);
    if (checksum.size() == kChecksumLength &&
        checksum == LinkChecksum(checked)) {
      LinkReader reader(checked.substr(kVersion.size()));
      if (auto scenario = reader.Read()) return *std::move(scenario);
    }
  }
  return Error{ErrorCode::kLinkDamaged, {}, {}};
}

}  // namespace sextant
