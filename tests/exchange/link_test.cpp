#include "exchange/link.h"

#include <gtest/gtest.h>

#include <string>

#include "exchange/link_text.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

constexpr std::string_view kAllowed =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!*,:";

std::string Repeat(std::string_view text, int count) {
  std::string repeated;
  for (int i = 0; i < count; ++i) repeated += text;
  return repeated;
}

// Every number needs 17 digits and every text has the greatest length. Only the
// engaged shares and the blocks after the thresholds have their defaults.
Scenario LargestSixCellScenarioWithoutBlocks() {
  Random random(7);
  Scenario scenario = DefaultScenario();
  scenario.title = Repeat("圖", kMaxTitleLength);
  scenario.currency = "USD";
  for (Medium& medium : scenario.media) {
    medium.label = Repeat("龍", kMaxLabelLength);
  }
  for (Cell& cell : scenario.cells) {
    for (const CellField* field : CellFieldsShown(Shown::kCard)) {
      cell.*field->member = field->maximum * (0.1 + 0.9 * random.Unit());
    }
  }
  for (const ScenarioField& field : ScenarioFields()) {
    if (field.in_block) continue;
    SetField(scenario, field, field.maximum * (0.1 + 0.9 * random.Unit()));
  }
  scenario.thresholds.mode = Thresholds::Mode::kTarget;
  return scenario;
}

Scenario LargestSixCellScenario() {
  Random random(8);
  Scenario scenario = LargestSixCellScenarioWithoutBlocks();
  for (Cell& cell : scenario.cells) {
    cell.engaged_share = 0.1 + 0.9 * random.Unit();
  }
  for (const ScenarioField& field : ScenarioFields()) {
    if (!field.in_block) continue;
    SetField(scenario, field, field.maximum * (0.1 + 0.9 * random.Unit()));
  }
  scenario.flywheel.months = 119;
  scenario.season.start_month = 11;
  NormaliseShares(scenario.flywheel);
  return scenario;
}

void GiveMediaLongIds(Scenario& scenario) {
  scenario.media[0].id = "a-rather-long-id";
  scenario.media[1].id = "another-long-id1";
  scenario.media[2].id = "another-long-id2";
}

// The link without version and checksum.
std::string PartsOf(const Scenario& scenario) {
  const std::string link = EncodeLink(scenario);
  return link.substr(2, link.size() - 2 - 7);
}

ErrorCode DecodeError(std::string_view link) {
  const Result<Scenario> result = DecodeLink(link);
  EXPECT_FALSE(result.ok()) << link;
  return result.ok() ? ErrorCode::kCount : result.error().code;
}

TEST(Link, DefaultScenarioIsOnlyVersionAndChecksum) {
  const std::string link = EncodeLink(DefaultScenario());
  EXPECT_EQ(link.size(), std::string_view("1~123456").size());
  EXPECT_EQ(link.substr(0, 2), "1~");
  ASSERT_TRUE(DecodeLink(link));
  EXPECT_EQ(DecodeLink(link).value(), DefaultScenario());
}

TEST(Link, IsLegible) {
  Scenario scenario = DefaultScenario();
  scenario.gross_margin = 0.45;
  scenario.currency = "USD";
  scenario.thresholds = {Thresholds::Mode::kTarget, 10, 250};
  scenario.cells[1].visits = 60000;
  scenario.cells[1].conversion_rate = 0.015;
  scenario.title = "Plan B";
  const std::string link = EncodeLink(scenario);
  EXPECT_EQ(link.substr(0, link.size() - 6),
            "1~margin.45~USD~target.c10a250~social.p:v60000r.015~text:Plan_B~");
}

TEST(Link, KeepsEveryModeAndTheTargetsBesideIt) {
  Scenario scenario = DefaultScenario();
  scenario.thresholds.mode = Thresholds::Mode::kBreakEven;
  EXPECT_EQ(PartsOf(scenario), "breakeven.");
  EXPECT_EQ(DecodeLink(EncodeLink(scenario)).value(), scenario);
  scenario.thresholds.cpa = 250;
  EXPECT_EQ(PartsOf(scenario), "breakeven.a250");
  EXPECT_EQ(DecodeLink(EncodeLink(scenario)).value(), scenario);
}

TEST(Link, BlocksAreLegible) {
  Scenario scenario = DefaultScenario();
  scenario.retention.churn = 0.05;
  EXPECT_EQ(PartsOf(scenario), "retention.c.05");
  scenario.retention = {3, 0.05, 0};
  scenario.flywheel.months = 36;
  scenario.flywheel.organic_growth = 0.02;
  scenario.flywheel.referral_conversion_rate = 0.03;
  scenario.flywheel.segments[0] = {0.5, 0.04, 0.3, 0.8};
  scenario.flywheel.segments[1].share = 0.3;
  scenario.flywheel.segments[2].churn = 1;
  scenario.remarketing = {0.2, 8};
  scenario.cells[3].engaged_share = 0.3;
  EXPECT_EQ(PartsOf(scenario),
            "retention.q3c.05d0~flywheel.m36g.02r.03~promoter.s.5c.04v.8~"
            "passive.s.3~detractor.c1~remarketing.r.2c8~search.p:g.3");
  EXPECT_EQ(DecodeLink(EncodeLink(scenario)).value(), scenario);
}

TEST(Link, BlocksAreBetweenTheThresholdsAndTheMedia) {
  Scenario scenario = DefaultScenario();
  scenario.gross_margin = 0.4;
  scenario.thresholds.mode = Thresholds::Mode::kTarget;
  scenario.remarketing.cost_per_click = 8;
  scenario.flywheel.months = 12;
  scenario.media.pop_back();
  scenario.cells.resize(4);
  EXPECT_EQ(PartsOf(scenario),
            "margin.4~target.~flywheel.m12~remarketing.c8~media~social~search");
  EXPECT_EQ(DecodeLink(EncodeLink(scenario)).value(), scenario);
}

TEST(Link, AnUnsetReferralConversionRateStaysUnset) {
  Scenario scenario = DefaultScenario();
  const double rate = ReferralConversionRate(scenario);
  scenario.flywheel.referral_conversion_rate = rate;
  EXPECT_EQ(PartsOf(scenario), "flywheel.r.012");
  const Scenario own = DecodeLink(EncodeLink(scenario)).value();
  EXPECT_EQ(own.flywheel.referral_conversion_rate, rate);
  scenario.flywheel.referral_conversion_rate.reset();
  const Scenario none = DecodeLink(EncodeLink(scenario)).value();
  EXPECT_EQ(none.flywheel.referral_conversion_rate, std::nullopt);
}

TEST(Link, MediaMayHaveTheNamesOfBlocks) {
  for (const char* id : {"retention", "flywheel", "promoter", "remarketing",
                         "media", "text", "target", "margin"}) {
    for (const bool has_block : {false, true}) {
      Scenario scenario = DefaultScenario();
      scenario.media = {{id, ""}, {"passive", "名"}};
      scenario.cells.assign(4, {});
      scenario.cells[0].visits = 5;
      scenario.cells[0].conversion_rate = 0.5;
      scenario.cells[3].engaged_share = 1;
      if (has_block) scenario.retention.churn = 0.5;
      const Result<Scenario> decoded = DecodeLink(EncodeLink(scenario));
      ASSERT_TRUE(decoded) << EncodeLink(scenario);
      EXPECT_EQ(decoded.value(), scenario) << EncodeLink(scenario);
    }
  }
}

TEST(Link, DecodesToTheScenarioThatWasEncodedBitForBit) {
  Random random(1);
  for (int i = 0; i < 5000; ++i) {
    const Scenario scenario = RandomScenario(random);
    ASSERT_FALSE(Validate(scenario)) << Validate(scenario)->field;
    const std::string link = EncodeLink(scenario);
    EXPECT_EQ(link.find_first_not_of(kAllowed), std::string::npos) << link;
    const Result<Scenario> decoded = DecodeLink(link);
    ASSERT_TRUE(decoded) << link;
    ASSERT_TRUE(HasSameBits(decoded.value(), scenario)) << link;
  }
}

TEST(Link, CutOffAnywhereIsRefused) {
  Random random(2);
  for (int i = 0; i < 200; ++i) {
    const std::string link = EncodeLink(RandomScenario(random));
    EXPECT_EQ(DecodeError(""), ErrorCode::kNotALink);
    for (size_t length = 1; length < link.size(); ++length) {
      ASSERT_EQ(DecodeError(link.substr(0, length)), ErrorCode::kLinkDamaged)
          << link << " cut to " << length;
    }
  }
}

TEST(Link, ChangedAnywhereIsRefused) {
  const std::string link = EncodeLink(LargestSixCellScenario());
  for (size_t i = 0; i < link.size(); ++i) {
    for (const char replacement : std::string("0~.Zz!,%é\x80\n ")) {
      std::string changed = link;
      if (changed[i] == replacement) continue;
      changed[i] = replacement;
      ASSERT_FALSE(DecodeLink(changed).ok()) << changed;
    }
    std::string shorter = link;
    ASSERT_FALSE(DecodeLink(shorter.erase(i, 1)).ok());
    std::string longer = link;
    ASSERT_FALSE(DecodeLink(longer.insert(i, 1, 'a')).ok());
  }
}

TEST(Link, SwappedCharactersAreRefused) {
  const std::string link = EncodeLink(LargestSixCellScenario());
  for (size_t i = 0; i + 1 < link.size(); ++i) {
    std::string changed = link;
    std::swap(changed[i], changed[i + 1]);
    if (changed != link) {
      ASSERT_FALSE(DecodeLink(changed).ok()) << changed;
    }
  }
}

TEST(Link, PresetsAreShort) {
  for (const Preset& preset : Presets()) {
    EXPECT_LE(EncodeLink(preset.scenario).size(), 310u) << preset.id;
    Scenario scenario = preset.scenario;
    scenario.retention = {};
    scenario.flywheel = {};
    for (Cell& cell : scenario.cells) cell.engaged_share = 0;
    EXPECT_LE(EncodeLink(scenario).size(), 300u) << preset.id;
  }
}

TEST(Link, TypicalScenarioHasAtMost300Characters) {
  Scenario scenario = FindPreset("balanced")->scenario;
  scenario.title = "第四季行銷計畫草稿";
  for (Cell& cell : scenario.cells) cell.new_customer_share = 0.65;
  scenario.gross_margin = 0.42;
  EXPECT_LE(EncodeLink(scenario).size(), 300u) << EncodeLink(scenario);
}

TEST(Link, LargestSixCellScenarioHasAtMost900Characters) {
  Scenario scenario = LargestSixCellScenarioWithoutBlocks();
  EXPECT_LE(EncodeLink(scenario).size(), 900u);
  EXPECT_EQ(DecodeLink(EncodeLink(scenario)).value(), scenario);
  GiveMediaLongIds(scenario);
  EXPECT_LE(EncodeLink(scenario).size(), 900u);
  EXPECT_EQ(DecodeLink(EncodeLink(scenario)).value(), scenario);
}

TEST(Link, WithAllBlocksTheLargestHasAtMost1320Characters) {
  Scenario scenario = LargestSixCellScenario();
  EXPECT_LE(EncodeLink(scenario).size(), 1320u);
  EXPECT_EQ(DecodeLink(EncodeLink(scenario)).value(), scenario);
  GiveMediaLongIds(scenario);
  EXPECT_LE(EncodeLink(scenario).size(), 1320u);
  EXPECT_EQ(DecodeLink(EncodeLink(scenario)).value(), scenario);
}

TEST(Link, RowsOfListsAreEncodedAndDecoded) {
  Random random(34);
  for (int i = 0; i < 500; ++i) {
    Scenario scenario = RandomScenario(random);
    AddRandomRows(scenario, random);
    const auto decoded = DecodeLink(EncodeLink(scenario));
    ASSERT_TRUE(decoded) << EncodeLink(scenario);
    EXPECT_EQ(decoded.value(), scenario);
  }
}

TEST(Link, ARowIsShort) {
  Scenario scenario = DefaultScenario();
  scenario.cells[1].elasticity = 0.5;
  scenario.cells[3].visits_range = 0;
  scenario.season.months[10] = {.visits = 1.8, .cost_per_click = 1.3};
  scenario.assists.push_back({0, 3, 0.25});
  const std::string link = EncodeLink(scenario);
  EXPECT_EQ(link.substr(0, link.rfind('~')),
            "1~elasticity.i1p.5~ranges.i3v0~months.m11v1.8c1.3"
            "~assists.f0t3s.25");
  EXPECT_EQ(DecodeLink(link).value(), scenario);
}

TEST(Link, OneAndEightMediaWithLabels) {
  for (const int count : {1, 8}) {
    Scenario scenario = DefaultScenario();
    scenario.media.clear();
    for (int i = 0; i < count; ++i) {
      scenario.media.push_back(
          {"medium" + std::to_string(i), i % 2 ? "" : "媒體"});
    }
    scenario.cells.assign(static_cast<size_t>(count) * kKindCount, Cell{});
    scenario.cells.back().visits = 12;
    EXPECT_EQ(DecodeLink(EncodeLink(scenario)).value(), scenario);
  }
}

TEST(Link, LeadingHashAndFullAddressAreAccepted) {
  const std::string link = EncodeLink(FindPreset("balanced")->scenario);
  EXPECT_TRUE(DecodeLink("#" + link));
  EXPECT_TRUE(DecodeLink("https://example.org/sextant/?view=all#" + link));
}

TEST(Link, PercentEscapesOfOtherProgramsAreDecoded) {
  const Scenario& scenario = FindPreset("balanced")->scenario;
  std::string escaped;
  for (char c : EncodeLink(scenario)) {
    if (c == '~') {
      escaped += "%7E";
    } else if (c == ':') {
      escaped += "%3a";
    } else {
      escaped += c;
    }
  }
  ASSERT_TRUE(DecodeLink(escaped));
  EXPECT_EQ(DecodeLink(escaped).value(), scenario);
}

Scenario ClickAt810() {
  Scenario scenario = DefaultScenario();
  scenario.cells[1].cost_per_click = 8.1;
  return scenario;
}

// `pattern` with the link of ClickAt810 for its "L".
std::string PassedOn(std::string_view pattern) {
  const std::string link = EncodeLink(ClickAt810());
  std::string text(pattern);
  return text.replace(text.find('L'), 1, link);
}

std::string Replaced(std::string text, std::string_view from,
                     std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

TEST(Link, EndsBeforeWhatOthersPutBehindIt) {
  for (const char* pattern : {"#L。謝謝",
                              "#L.",
                              "#L)",
                              "#L」",
                              "#L…",
                              "#L!",
                              "#L,",
                              "#L;",
                              "#L:",
                              "#L'",
                              "#L>",
                              "#L]",
                              "#L*",
                              "#L**",
                              "#L~~",
                              "#L_",
                              "#L\"",
                              "#L！",
                              "#L，好",
                              "#L?utm_source=newsletter&utm_medium=email",
                              "#L&fbclid=IwAR0x",
                              "#L#",
                              "#L#?secret=AbCdEfGhIj",
                              "#L/",
                              "#L ",
                              "#L%20",
                              "#L\n",
                              "#L\r\n",
                              "#L and more",
                              "#L\nhttps://example.org/",
                              "#L\xE2\x80\x8B",
                              "#L\xEF\xBB\xBF",
                              "#Lhttps://example.org/#1~r2isZC",
                              "#L,https://example.org/#1~r2isZC",
                              "#L。1~r2isZC"}) {
    const Result<Scenario> decoded = DecodeLink(PassedOn(pattern));
    ASSERT_TRUE(decoded.ok()) << pattern;
    EXPECT_EQ(decoded.value(), ClickAt810()) << pattern;
  }
}

TEST(Link, IsFoundBehindWhatOthersPutBeforeIt) {
  for (const char* pattern :
       {"L", " L", "\n#L", "\xEF\xBB\xBFL", "“L”", "<https://x.example/#L>",
        "[Title](https://x.example/#L)", "[#1 of them](https://x.example/#L)",
        "看看這個：https://x.example/sextant/#L", "https://x.example/#top#L",
        "https://x.example/?fbclid=IwAR#L", "＃L",
        "https://safe.example/?url=https%3A%2F%2Fx.example%2F%23L&data=05%7C"
        "01&reserved=0",
        "https://x.example/%23L"}) {
    const std::string text = PassedOn(pattern);
    const Result<Scenario> decoded = DecodeLink(text);
    ASSERT_TRUE(decoded.ok()) << text;
    EXPECT_EQ(decoded.value(), ClickAt810()) << text;
  }
}

TEST(Link, IsReadThroughGapsAndOtherForms) {
  const std::string link = EncodeLink(ClickAt810());
  for (size_t i = 0; i <= link.size(); ++i) {
    for (const char* gap :
         {" ", "%20", "\n", "\r\n", "=\r\n", "\t", "　", "\xC2\xA0", "\xC2\xAD",
          "\xE2\x80\x8B", "\xE2\x81\xA0", "\xE2\x80\x8E"}) {
      std::string broken = link;
      broken.insert(i, gap);
      const Result<Scenario> decoded = DecodeLink(broken);
      ASSERT_TRUE(decoded.ok()) << broken;
      EXPECT_EQ(decoded.value(), ClickAt810()) << broken;
    }
  }
  for (const char* divider :
       {"%7E", "%7e", "%257E", "%25257E", "～", "∼", "〜"}) {
    const Result<Scenario> decoded = DecodeLink(Replaced(link, "~", divider));
    ASSERT_TRUE(decoded.ok()) << divider;
    EXPECT_EQ(decoded.value(), ClickAt810()) << divider;
  }
}

TEST(Link, OfTwoTheFirstCountsEvenIfItIsDamaged) {
  EXPECT_EQ(DecodeError(PassedOn("#1~social.p:c9~WhARyD #L")),
            ErrorCode::kLinkDamaged);
}

TEST(Link, IsRefusedWhereMoreOfItCouldFollow) {
  for (const char* pattern :
       {"#La", "#L0", "#L.a", "#L~a", "#L~social.p:v1", "#L,a", "#L%61"}) {
    EXPECT_EQ(DecodeError(PassedOn(pattern)), ErrorCode::kLinkDamaged)
        << pattern;
  }
}

// One in 4 billion would be taken by chance. tests/api/links.test.mjs tries
// more of them.
TEST(Link, RandomChangesAreRefusedOrChangeNothing) {
  Random random(11);
  const Scenario scenario = LargestSixCellScenario();
  Scenario small = ClickAt810();
  const std::string links[] = {EncodeLink(scenario), EncodeLink(small)};
  constexpr std::string_view kSigns = "~.aZ09 #%\n=/";
  int refused = 0;
  for (int i = 0; i < 200'000; ++i) {
    const bool large = i % 100 == 0;
    std::string changed = links[large ? 0 : 1];
    const int changes = 1 + i % 4;
    for (int change = 0; change < changes; ++change) {
      const size_t at = static_cast<size_t>(random.Unit() * changed.size());
      changed[at] = kSigns[static_cast<size_t>(random.Unit() * kSigns.size())];
    }
    const Result<Scenario> decoded = DecodeLink(changed);
    if (decoded.ok()) {
      ASSERT_EQ(decoded.value(), large ? scenario : small) << changed;
    } else {
      ++refused;
    }
  }
  EXPECT_GT(refused, 180'000);
}

TEST(Link, InAVeryLongTextItIsRefused) {
  const std::string link = "#" + EncodeLink(ClickAt810());
  const std::string most(100'000 - link.size(), 'x');
  EXPECT_TRUE(DecodeLink(most + link).ok());
  EXPECT_EQ(DecodeError(most + "x" + link), ErrorCode::kLinkDamaged);
}

TEST(Link, NewerVersionHasItsOwnError) {
  EXPECT_EQ(DecodeError("2~anything"), ErrorCode::kLinkNewer);
  EXPECT_EQ(DecodeError("#17~"), ErrorCode::kLinkNewer);
}

TEST(Link, OtherTextIsNotALink) {
  for (const char* text :
       {"", "#", "hello", "~", "0~abc", "01~abc", "-1~abc", "1x~", "2",
        "99999~abc", "https://example.org/", "一~"}) {
    EXPECT_EQ(DecodeError(text), ErrorCode::kNotALink) << text;
  }
}

// Correct checksums over text that no encoder writes.
TEST(Link, NonsenseWithACorrectChecksumIsDamaged) {
  for (const std::string parts : {"1~",
                                  "1~~",
                                  "1~margin2",
                                  "1~margin",
                                  "1~margin.5.5",
                                  "1~usd",
                                  "1~social.x:v1",
                                  "1~social.o:z1",
                                  "1~social.o:v",
                                  "1~social.o:v-1",
                                  "1~social.o:r1.5",
                                  "1~social.o:v1e99",
                                  "1~search.o:v1~social.o:v1",
                                  "1~media",
                                  "1~media~Upper",
                                  "1~media~a~a",
                                  "1~text:a,b",
                                  "1~text:a,b,c,d,e",
                                  "1~text:!A",
                                  "1~text:*",
                                  "1~text:*~",
                                  "1~text:é",
                                  "1~text:a~text:b",
                                  "1~social.o:Vtoo-short",
                                  "1~target",
                                  "1~target.x1",
                                  "1~social.o:v01",
                                  "1~social.o:v1.",
                                  "1~retention.c0",
                                  "1~retention.c2",
                                  "1~retention.c.1q1",
                                  "1~retention.x1",
                                  "1~retention.q1~retention.c.2",
                                  "1~retention.social.o:v1",
                                  "1~retention.media~a",
                                  "1~retention.text:a",
                                  "1~flywheel.m1.5",
                                  "1~flywheel.m0",
                                  "1~flywheel.m12~retention.c.2",
                                  "1~promoter.s.5",
                                  "1~passive.s.5~promoter.s.3",
                                  "1~social.o:v1~flywheel.m12",
                                  "1~remarketing.r2",
                                  "1~social.o:g1.5",
                                  "1~social.o:g.5n.5",
                                  "1~social.o:R__________"}) {
    EXPECT_EQ(DecodeError(parts + "~" + LinkChecksum().Add(parts).Text()),
              ErrorCode::kLinkDamaged)
        << parts;
  }
}

TEST(LinkText, PunctuationAndSpacesArePreserved) {
  std::string all;
  for (char c = 0x20; c < 0x7F; ++c) all += c;
  std::string link;
  AppendLinkText(all, link);
  EXPECT_EQ(link.find_first_not_of(kAllowed), std::string::npos) << link;
  std::string_view rest = link;
  EXPECT_EQ(TakeLinkText(rest), all);
}

TEST(LinkText, TwoChineseCharactersNeedFive) {
  std::string link;
  AppendLinkText("社群媒體", link);
  EXPECT_EQ(link.size(), 1u + 10u);
}

TEST(LinkText, NumbersAreAsShortAsPossible) {
  const auto named = [](double value) {
    std::string link;
    AppendNamedNumber("v", value, link);
    return link;
  };
  EXPECT_EQ(named(0), "v0");
  EXPECT_EQ(named(15000), "v15000");
  EXPECT_EQ(named(0.0229), "v.0229");
  EXPECT_EQ(named(1e9), "v1e9");
  EXPECT_EQ(named(1234567.5), "v1234567.5");
  EXPECT_EQ(named(5e-324), "v5e-324");
  EXPECT_EQ(named(1.0 / 3).size(), 11u);
  EXPECT_EQ(named(1.0 / 3).front(), 'V');
}

}  // namespace
}  // namespace sextant
