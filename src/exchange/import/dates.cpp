#include "exchange/import/dates.h"

#include "base/integer_text.h"

namespace sextant {
namespace {

// A number or a month's name; the text between them does not count.
struct Piece {
  int value = 0;
  int digits = 0;  // 0: a month's name
};

constexpr size_t kMaxPieces = 16;

struct Pieces {
  Piece list[kMaxPieces];
  size_t count = 0;

  void Add(Piece piece) {
    if (count < kMaxPieces) list[count++] = piece;
  }
  // A piece with only zeros after the end.
  Piece at(size_t i) const { return i < count ? list[i] : Piece(); }
};

// In English and German, whole or shortened to three letters or more; 0 for
// another word. "märz" is "mrz" here: only ASCII letters are looked at.
int MonthOf(std::string_view word) {
  constexpr struct {
    std::string_view name;
    int month;
  } kMonths[] = {{"january", 1},   {"february", 2},  {"march", 3},
                 {"mrz", 3},       {"april", 4},     {"may", 5},
                 {"mai", 5},       {"june", 6},      {"juni", 6},
                 {"july", 7},      {"juli", 7},      {"august", 8},
                 {"september", 9}, {"october", 10},  {"oktober", 10},
                 {"november", 11}, {"december", 12}, {"dezember", 12}};
  for (const auto& known : kMonths) {
    if (word.size() >= 3 && known.name.starts_with(word)) return known.month;
  }
  return 0;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

Piece TakeNumber(std::string_view text, size_t& at) {
  Piece piece;
  for (; at < text.size() && IsDigit(text[at]); ++at) {
    if (++piece.digits <= 8) piece.value = piece.value * 10 + (text[at] - '0');
  }
  return piece;
}

std::string TakeWord(std::string_view text, size_t& at) {
  std::string word;
  while (at < text.size() && !IsDigit(text[at])) {
    const char small = static_cast<char>(text[at] | 0x20);
    const bool letter = small >= 'a' && small <= 'z';
    const bool accented = (text[at] & 0x80) != 0;
    if (!letter && !accented) break;
    if (letter) word += small;
    ++at;
  }
  return word;
}

Pieces PiecesOf(std::string_view text) {
  Pieces pieces;
  for (size_t at = 0; at < text.size();) {
    if (IsDigit(text[at])) {
      pieces.Add(TakeNumber(text, at));
      continue;
    }
    const size_t start = at;
    const std::string word = TakeWord(text, at);
    const int month = MonthOf(word);
    if (month) pieces.Add({month, 0});
    if (at == start) ++at;
  }
  return pieces;
}

Day DayOf(int year, int month, int day) {
  const bool good = year >= 1970 && year <= 2999 && month >= 1 && month <= 12 &&
                    day >= 1 && day <= 31;
  return good ? year * 10000 + month * 100 + day : 0;
}

bool IsYear(Piece piece) { return piece.digits == 4; }
bool IsShort(Piece piece) { return piece.digits == 1 || piece.digits == 2; }
bool IsName(Piece piece) { return piece.digits == 0 && piece.value > 0; }

// A day and how many pieces it takes; the year may be missing (0).
struct Found {
  int year = 0;
  int month = 0;
  int day = 0;
  size_t size = 0;
};

Found DayAt(const Pieces& pieces, size_t i) {
  const Piece a = pieces.at(i);
  const Piece b = pieces.at(i + 1);
  const Piece c = pieces.at(i + 2);
  if (a.digits == 8) {
    return {a.value / 10000, a.value / 100 % 100, a.value % 100, 1};
  }
  if (IsYear(a) && IsShort(b) && IsShort(c)) {
    return {a.value, b.value, c.value, 3};
  }
  const bool month_first = IsName(a) && IsShort(b);
  if (month_first || (IsShort(a) && IsName(b))) {
    const int month = month_first ? a.value : b.value;
    const int day = month_first ? b.value : a.value;
    return {IsYear(c) ? c.value : 0, month, day, IsYear(c) ? 3u : 2u};
  }
  // "31.08.2024"
  if (IsShort(a) && IsShort(b) && IsYear(c)) {
    return {c.value, b.value, a.value, 3};
  }
  return {};
}

}  // namespace

Period FindPeriod(std::string_view text) {
  const Pieces pieces = PiecesOf(text);
  Found found[2];
  size_t count = 0;
  for (size_t i = 0; i < pieces.count && count < 2;) {
    const Found day = DayAt(pieces, i);
    if (day.size) found[count++] = day;
    i += day.size ? day.size : 1;
  }
  if (count == 0) return {};
  if (count == 1) found[1] = found[0];
  if (!found[0].year) found[0].year = found[1].year;
  const auto day = [](const Found& f) { return DayOf(f.year, f.month, f.day); };
  const Period period = {day(found[0]), day(found[1])};
  return period.known() ? period : Period();
}

std::string DayText(Day day) {
  const std::string digits = IntegerText(day);
  return digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' +
         digits.substr(6, 2);
}

}  // namespace sextant
