#include "exchange/import/names.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <span>

#include "base/utf8.h"

namespace sextant {
namespace {

constexpr ModelCell kSocialOrganic = 0;
constexpr ModelCell kSocialPaid = 1;
constexpr ModelCell kSearchOrganic = 2;
constexpr ModelCell kSearchPaid = 3;
constexpr ModelCell kIntegratedOrganic = 4;
constexpr ModelCell kIntegratedPaid = 5;

// One sign of a name's key; 0 for what does not count.
char32_t KeySign(char32_t sign) {
  if (sign >= 0xFF01 && sign <= 0xFF5E) sign -= 0xFEE0;  // full-width
  if (sign >= 'A' && sign <= 'Z') return sign + 0x20;
  if (sign < 0x80) {
    const bool counts =
        (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
    return counts ? sign : 0;
  }
  if (sign < 0xC0 || (sign >= 0x2000 && sign <= 0x206F) ||
      (sign >= 0x3000 && sign <= 0x303F) || sign == 0x30FB || sign == 0xFEFF) {
    return 0;
  }
  return sign <= 0xDE ? sign + 0x20 : sign;
}

// FNV-1a of the name's key, as scripts/tables/exports.mjs has it. Allocates
// nothing: it is asked for every field that might be a header.
uint32_t KeyHash(std::string_view name) {
  uint32_t hash = 0x811C9DC5;
  std::string bytes;
  for (size_t at = 0; at < name.size();) {
    const char32_t sign = KeySign(NextCodePoint(name, at));
    if (!sign) continue;
    bytes.clear();
    AppendCodePoint(bytes, static_cast<int32_t>(sign));
    for (const char c : bytes) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193;
    }
  }
  return hash;
}

std::optional<uint8_t> Find(std::span<const uint32_t> hashes,
                            std::span<const uint8_t> values,
                            std::string_view name) {
  const uint32_t hash = KeyHash(name);
  const auto found = std::lower_bound(hashes.begin(), hashes.end(), hash);
  if (found == hashes.end() || *found != hash) return std::nullopt;
  return values[static_cast<size_t>(found - hashes.begin())];
}

char Small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
}

// Whatever the case of its letters.
bool StartsWith(std::string_view text, std::string_view beginning) {
  if (text.size() < beginning.size()) return false;
  for (size_t i = 0; i < beginning.size(); ++i) {
    if (Small(text[i]) != Small(beginning[i])) return false;
  }
  return true;
}

std::string Lowered(std::string_view text) {
  std::string lowered(Trimmed(text));
  for (char& c : lowered) c = Small(c);
  return lowered;
}

bool IsOneOf(std::string_view text,
             std::initializer_list<std::string_view> texts) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

bool Has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// A currency in brackets at the end, which leaves `header` without it.
std::string_view TakeCurrency(std::string_view& header) {
  constexpr std::string_view kWideOpen = "（";
  constexpr std::string_view kWideClose = "）";
  const bool wide = header.ends_with(kWideClose);
  if (!wide && !header.ends_with(')')) return {};
  const std::string_view open = wide ? kWideOpen : "(";
  const size_t start = header.rfind(open);
  if (start == std::string_view::npos) return {};
  const size_t end = header.size() - (wide ? kWideClose.size() : 1);
  const std::string_view code =
      header.substr(start + open.size(), end - start - open.size());
  const bool is_code =
      code.size() == 3 &&
      code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == code.npos;
  if (!is_code) return {};
  header = header.substr(0, start);
  return code;
}

Site SiteOf(std::string_view source) {
  const auto site = Find(kSourceHashes, kSourceValues, source);
  return site ? static_cast<Site>(*site) : Site::kNone;
}

bool IsPaidMedium(std::string_view medium) {
  return Has(medium, "cp") || medium == "ppc" || medium == "retargeting" ||
         medium.starts_with("paid");
}

ModelCell PaidCell(Site site) {
  if (site == Site::kNone) return kIntegratedPaid;
  return site == Site::kSocial ? kSocialPaid : kSearchPaid;
}

// The rules in their order, as far as they lead to different cells.
ModelCell CellByRules(std::string_view source, std::string_view medium) {
  const Site site = SiteOf(source);
  if (IsPaidMedium(medium)) return PaidCell(site);
  if (IsOneOf(medium, {"display", "banner", "expandable", "interstitial"})) {
    return kIntegratedPaid;
  }
  if (site == Site::kShopping) return kSearchOrganic;
  if (site == Site::kSocial ||
      IsOneOf(medium, {"social", "social-network", "social-media", "sm",
                       "social network", "social media"}) ||
      Has(medium, "video")) {
    return kSocialOrganic;
  }
  if (site == Site::kSearch || medium == "organic") return kSearchOrganic;
  return medium == "affiliate" ? kIntegratedPaid : kIntegratedOrganic;
}

}  // namespace

std::string NameKey(std::string_view name) {
  std::string key;
  for (size_t at = 0; at < name.size();) {
    const char32_t sign = KeySign(NextCodePoint(name, at));
    if (sign) AppendCodePoint(key, static_cast<int32_t>(sign));
  }
  return key;
}

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kBlanks[] = {
      " ", "\t", "\n", "\r", "\u00A0", "\u202F", "\u3000", "\uFEFF"};
  const auto take = [&](auto is_at_edge, auto remove) {
    for (bool again = true; again;) {
      again = false;
      for (const std::string_view blank : kBlanks) {
        if (text.empty() || !is_at_edge(blank)) continue;
        remove(blank.size());
        again = true;
      }
    }
  };
  // Most texts have no blank at an edge.
  const auto may_be_blank = [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || (c & 0x80);
  };
  if (!text.empty() && may_be_blank(text.front())) {
    take([&](std::string_view blank) { return text.starts_with(blank); },
         [&](size_t size) { text.remove_prefix(size); });
  }
  if (!text.empty() && may_be_blank(text.back())) {
    take([&](std::string_view blank) { return text.ends_with(blank); },
         [&](size_t size) { text.remove_suffix(size); });
  }
  return text;
}

HeaderMeaning MeaningOf(std::string_view header) {
  HeaderMeaning meaning;
  header = Trimmed(header);
  meaning.currency = TakeCurrency(header);
  const auto found = Find(kHeaderHashes, kHeaderValues, header);
  if (!found) return meaning;
  if (*found & kOtherLanguage) {
    meaning.language = kOtherLanguages[*found & ~kOtherLanguage];
    return meaning;
  }
  meaning.is_german = (*found & kGermanName) != 0;
  meaning.column = static_cast<ExportColumn>(*found & ~kGermanName);
  return meaning;
}

std::optional<ModelCell> CellOfChannel(std::string_view channel) {
  return Find(kChannelHashes, kChannelValues, channel);
}

std::optional<ModelCell> CellOfCampaignType(std::string_view type) {
  return Find(kCampaignTypeHashes, kCampaignTypeValues, type);
}

std::optional<ModelCell> CellOfSourceMedium(std::string_view source_medium) {
  const std::string text = Lowered(source_medium);
  const std::string_view whole = text;
  const size_t slash = whole.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::string_view source = Trimmed(whole.substr(0, slash));
  const std::string_view medium = Trimmed(whole.substr(slash + 1));
  if (source.empty() || medium.empty()) return std::nullopt;
  for (const std::string_view part : {source, medium}) {
    if (IsOneOf(part, {"(other)", "(data not available)"})) return std::nullopt;
  }
  return CellByRules(source, medium);
}

bool NamesTotal(std::string_view cell) {
  cell = Trimmed(cell);
  // Nothing that begins otherwise can be one.
  if (cell.empty()) return false;
  const char first = Small(cell.front());
  if (!(first & 0x80) && first != 't' && first != 'g' && first != 's') {
    return false;
  }
  for (const char* total : kTotals) {
    if (StartsWith(cell, total) && cell.size() == std::strlen(total)) {
      return true;
    }
  }
  for (const char* beginning : kTotalBeginnings) {
    if (StartsWith(cell, beginning)) return true;
    // The colon may be a full-width one.
    const std::string_view word(beginning, std::strlen(beginning) - 1);
    if (StartsWith(cell, word) && cell.substr(word.size()).starts_with("：")) {
      return true;
    }
  }
  return false;
}

}  // namespace sextant
