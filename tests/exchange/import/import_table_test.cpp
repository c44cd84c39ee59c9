#include "exchange/import/import_table.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace sextant {
namespace {

ImportedTable Read(std::string_view text, const TableOptions& options = {}) {
  Result<ImportedTable> table = ReadTable(text, options);
  EXPECT_TRUE(table.ok()) << ErrorCodeName(table.error().code) << "\n" << text;
  return table.ok() ? std::move(table.value()) : ImportedTable();
}

ErrorCode Refused(std::string_view text) {
  const Result<ImportedTable> table = ReadTable(text, {});
  EXPECT_FALSE(table.ok()) << text;
  return table.ok() ? ErrorCode::kCount : table.error().code;
}

std::string Number(double value) {
  if (std::isnan(value)) return "?";
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

// "social.paid 10 2 300.5 ?"
std::string Texts(const std::vector<NamedMeasures>& list) {
  std::string texts;
  for (const NamedMeasures& item : list) {
    if (!texts.empty()) texts += '\n';
    texts += item.name;
    for (const double value : item.values) texts += ' ' + Number(value);
  }
  return texts;
}

bool Warns(const ImportedTable& table, std::string_view code) {
  for (const TableWarning& warning : table.warnings) {
    if (warning.code == code) return true;
  }
  return false;
}

constexpr char kGa4[] =
    "# ----------------------------------------\n"
    "# Traffic acquisition\n"
    "# Property: Shop 90\n"
    "#\n"
    "# Start date: 20240801\n"
    "# End date: 20240831\n"
    "Session primary channel group (Default Channel Group),Sessions,Engagement "
    "rate,Ecommerce purchases,Total revenue\n"
    "Organic Search,1200,0.46,24,36000.5\n"
    "Paid Social,800,0.31,6,7200\n"
    "Organic Video,100,0.2,1,900\n"
    "Direct,300,0.5,9,11000\n"
    "(other),40,0.5,0,0\n";

TEST(ImportTable, ReadsTrafficAcquisitionOfGa4) {
  const ImportedTable table = Read(kGa4);
  EXPECT_EQ(table.kind, ExportKind::kGa4);
  EXPECT_EQ(DayText(table.period.start), "2024-08-01");
  EXPECT_EQ(DayText(table.period.end), "2024-08-31");
  EXPECT_EQ(Texts(table.cells),
            "social.organic 100 1 900 ?\n"
            "social.paid 800 6 7200 ?\n"
            "search.organic 1200 24 36000.5 ?\n"
            "integrated.organic 300 9 11000 ?");
  ASSERT_EQ(table.rows.size(), 5u);
  EXPECT_EQ(table.rows[0].line, 8u);
  EXPECT_EQ(table.total[0], 2440);
  EXPECT_TRUE(table.warnings.empty());
}

TEST(ImportTable, AsksAboutOtherAndNeverGuesses) {
  const ImportedTable table = Read(kGa4);
  EXPECT_EQ(Texts(table.asks), "(other) 40 0 0 ?");
  EXPECT_EQ(table.rows[4].cell, -1);
}

TEST(ImportTable, TakesTheUsersAnswers) {
  TableOptions options;
  options.answers = {{"(other)", "search.paid"}, {"Direct", ""}};
  const ImportedTable table = Read(kGa4, options);
  EXPECT_EQ(Texts(table.asks), "Direct 300 9 11000 ?");
  EXPECT_NE(Texts(table.cells).find("search.paid 40 0 0 ?"), std::string::npos);
  options.answers = {{"(other)", "video.paid"}};
  EXPECT_NE(Texts(Read(kGa4, options).cells).find("video.paid 40 0 0 ?"),
            std::string::npos);
}

TEST(ImportTable, KnowsHeadersInFourLanguages) {
  const char* headers[] = {
      "Session default channel group,Sessions,Ecommerce purchases,Total "
      "revenue",
      "工作階段主要管道群組 (預設管道群組),工作階段,電子商務購買次數,總收益",
      "セッションのデフォルト チャネル グループ,セッション,e "
      "コマース購入数,合計収益",
      "Standard-Channelgruppe der "
      "Sitzung,Sitzungen,E-Commerce-Käufe,Gesamtumsatz"};
  for (const char* header : headers) {
    const ImportedTable table =
        Read(std::string(header) + "\nPaid Search,10,2,300\n");
    EXPECT_EQ(table.kind, ExportKind::kGa4) << header;
    EXPECT_EQ(Texts(table.cells), "search.paid 10 2 300 ?") << header;
  }
}

TEST(ImportTable, RefusesOtherLanguagesByName) {
  const Result<ImportedTable> table = ReadTable(
      "Groupe de canaux par défaut de la session,Sessions,Revenu total\n"
      "Direct,1,2\n",
      {});
  ASSERT_FALSE(table.ok());
  EXPECT_EQ(table.error().code, ErrorCode::kTableLanguage);
  EXPECT_EQ(table.error().detail, "français");
}

TEST(ImportTable, ReadsSourceAndMediumByTheRulesOfGa4) {
  const std::pair<const char*, const char*> cases[] = {
      {"google / organic", "search.organic"},
      {"google / cpc", "search.paid"},
      {"facebook / cpc", "social.paid"},
      {"m.facebook.com / referral", "social.organic"},
      {"youtube.com / referral", "social.organic"},
      {"(direct) / (none)", "integrated.organic"},
      {"newsletter / email", "integrated.organic"},
      {"partner / affiliate", "integrated.paid"},
      {"site / display", "integrated.paid"},
      {"site / cpm", "integrated.paid"},
      {"shopee / referral", "search.organic"},
      {"blog.example / referral", "integrated.organic"}};
  for (const auto& [name, cell] : cases) {
    const ImportedTable table =
        Read("Session source / medium,Sessions\n" + std::string(name) + ",7\n");
    EXPECT_EQ(Texts(table.cells), std::string(cell) + " 7 ? ? ?") << name;
  }
  EXPECT_EQ(Texts(Read("Session source / medium,Sessions\n(other),7\n").asks),
            "(other) 7 ? ? ?");
}

constexpr char kGoogleAds[] =
    "Campaign report\n"
    "\"August 1, 2024 - August 31, 2024\"\n"
    "Campaign status,Campaign,Campaign type,Currency code,Clicks,Interactions,"
    "Cost,Conversions,Conv. value\n"
    "Enabled,Brand,Search,TWD,1000,1500,\"12,000.00\",40.00,52000\n"
    "Enabled,Feed,Performance Max,TWD,400,9000,\"8,000.00\",10.50,9000\n"
    "Enabled,Film,Video,TWD, --,700,500.00,0.00,0\n"
    "Enabled,Discover,Demand Gen,TWD,50,70,300.00,1.00,700\n"
    "Total: Campaigns, --, --,TWD,1450,11270,\"20,800.00\",51.50,61700\n"
    "Total: Account, --, --,TWD,1450,11270,\"21,900.00\",51.50,61700\n";

TEST(ImportTable, ReadsGoogleAdsByCampaignType) {
  const ImportedTable table = Read(kGoogleAds);
  EXPECT_EQ(table.kind, ExportKind::kGoogleAds);
  EXPECT_EQ(table.currency, "TWD");
  EXPECT_EQ(DayText(table.period.end), "2024-08-31");
  EXPECT_EQ(Texts(table.cells),
            "social.paid ? 0 0 500\n"
            "search.paid 1000 40 52000 12000\n"
            "integrated.paid 400 10.5 9000 8000");
  EXPECT_EQ(Texts(table.asks), "Demand Gen 50 1 700 300");
}

TEST(ImportTable, DoesNotTakeInteractionsAsVisits) {
  EXPECT_EQ(Read(kGoogleAds).total[0], 1450);
  EXPECT_EQ(Refused("Campaign,Interactions\nBrand,100\n"),
            ErrorCode::kTableWithoutNumbers);
}

TEST(ImportTable, StatesTotalsAndDoesNotAddThem) {
  const ImportedTable table = Read(kGoogleAds);
  EXPECT_EQ(Texts(table.stated),
            "Total: Campaigns 1450 51.5 61700 20800\n"
            "Total: Account 1450 51.5 61700 21900");
  EXPECT_EQ(table.total[3], 20800);
  EXPECT_TRUE(Warns(table, "totalsDiffer"));
}

TEST(ImportTable, TotalsWithinRoundingAreSilent) {
  const ImportedTable table = Read(
      "Channel,Visits,Revenue\nDirect,10,10.33\nEmail,5,10.33\n"
      "總計,15,20.67\n");
  EXPECT_EQ(table.stated.size(), 1u);
  EXPECT_FALSE(Warns(table, "totalsDiffer"));
}

TEST(ImportTable, KnowsTotalsByAWholeCellOnly) {
  const ImportedTable table = Read(
      "Campaign name,Amount spent (TWD),Link clicks\n"
      ",300,30\n"
      "Total Care,100,10\n"
      "總計：全部,300,30\n"
      "Totals of summer,200,20\n"
      "x,300,30,Grand total\n");
  EXPECT_EQ(Texts(table.cells), "social.paid 30 ? ? 300");
  EXPECT_EQ(table.stated.size(), 3u);
}

TEST(ImportTable, MetaIsSocialPaidByLinkClicksAndPurchases) {
  const ImportedTable table = Read(
      "Reporting starts,Reporting ends,Campaign name,Results,Clicks (all),Link "
      "clicks,Purchases,Website purchases,Purchases conversion value,Amount "
      "spent (TWD)\n"
      "2024-08-01,2024-08-31,A,99,500,200,5,5,6000,1500\n"
      "2024-08-01,2024-08-31,B,77,300,100,2,2,2500,900\n");
  EXPECT_EQ(table.kind, ExportKind::kMeta);
  EXPECT_EQ(table.currency, "TWD");
  EXPECT_EQ(Texts(table.cells), "social.paid 300 7 8500 2400");
  EXPECT_EQ(DayText(table.period.start), "2024-08-01");
  EXPECT_TRUE(Warns(table, "purchaseColumns"));
}

TEST(ImportTable, DoesNotTakeResultsAsOrders) {
  const ImportedTable table = Read(
      "行銷活動名稱,成果,點擊次數（全部）,連結點擊次數,花費金額 (TWD)\n"
      "A,99,500,200,1500\n");
  EXPECT_EQ(Texts(table.cells), "social.paid 200 ? ? 1500");
}

TEST(ImportTable, KeyEventsAreOrdersOnlyWhereNothingElseIs) {
  const ImportedTable alone =
      Read("Session default channel group,Sessions,Key events\nDirect,9,3\n");
  EXPECT_EQ(Texts(alone.cells), "integrated.organic 9 3 ? ?");
  EXPECT_TRUE(Warns(alone, "keyEvents"));
  const ImportedTable both = Read(
      "Session default channel group,Sessions,Key "
      "events,Transactions\nDirect,9,3,1\n");
  EXPECT_EQ(Texts(both.cells), "integrated.organic 9 1 ? ?");
  EXPECT_FALSE(Warns(both, "keyEvents"));
}

TEST(ImportTable, UnknownIsNotZero) {
  const ImportedTable table = Read(
      "Channel,Visits,Orders\nDirect,--,1\nDirect, --,2\nEmail,-,\n"
      "Referral,0,0\n");
  EXPECT_EQ(Texts(table.cells), "integrated.organic 0 3 ? ?");
  EXPECT_TRUE(Warns(table, "unknownValues"));
}

TEST(ImportTable, RevenueZeroThroughoutIsSaid) {
  EXPECT_TRUE(Warns(Read("Channel,Visits,Revenue\nDirect,3,0\nEmail,2,0\n"),
                    "revenueZero"));
  EXPECT_FALSE(Warns(Read("Channel,Visits,Revenue\nDirect,3,0\nEmail,2,1\n"),
                     "revenueZero"));
}

TEST(ImportTable, SaysWhichRowsHaveMoreOrdersThanVisits) {
  const ImportedTable table =
      Read("Channel,Visits,Orders\nDirect,3,1\nEmail,2,5\n");
  ASSERT_TRUE(Warns(table, "moreOrdersThanVisits"));
  EXPECT_EQ(table.warnings[0].lines, std::vector<uint32_t>{3});
}

TEST(ImportTable, APlainNumberSignIsNoComment) {
  const ImportedTable table = Read("Channel,Visits\n#2005,3\nDirect,4\n");
  EXPECT_EQ(Texts(table.asks), "#2005 3 ? ? ?");
}

TEST(ImportTable, TheTableWithASessionChannelWins) {
  const ImportedTable table = Read(
      "# Start date: 20240801\n# End date: 20240831\n"
      "First user primary channel group (Default Channel Group),Active "
      "users\nDirect,90\n\n"
      "# Start date: 20240801\n# End date: 20240831\n"
      "Session primary channel group (Default Channel Group),Sessions\n"
      "Direct,70\nEmail,30\n\n"
      "# Start date: 20240801\n# End date: 20240831\n"
      "Page title,Views\nHome,900\n");
  EXPECT_EQ(Texts(table.cells), "integrated.organic 100 ? ? ?");
  ASSERT_EQ(table.ignored.size(), 2u);
  EXPECT_EQ(table.ignored[0].line, 3u);
  EXPECT_EQ(table.ignored[1].line, 14u);
  EXPECT_EQ(table.ignored[1].values.text, "Page title");
}

TEST(ImportTable, AFirstUserChannelIsNoSessionChannel) {
  EXPECT_EQ(Refused("First user default channel group,Sessions\nDirect,9\n"),
            ErrorCode::kTableWithoutChannel);
}

TEST(ImportTable, TakesTheLaterOfTwoPeriods) {
  for (const char* rows : {"Direct,\"Jul 1 - Jul 31, 2024\",5\n"
                           "Direct,\"Aug 1 - Aug 31, 2024\",7\n",
                           "Direct,\"Aug 1 - Aug 31, 2024\",7\n"
                           "Direct,\"Jul 1 - Jul 31, 2024\",5\n"}) {
    const ImportedTable table =
        Read("Session default channel group,Date range,Sessions\n" +
             std::string(rows));
    EXPECT_EQ(Texts(table.cells), "integrated.organic 7 ? ? ?");
    EXPECT_EQ(DayText(table.period.start), "2024-08-01");
    EXPECT_TRUE(Warns(table, "twoPeriods"));
  }
}

TEST(ImportTable, DaysOfOneMonthAreAdded) {
  const ImportedTable table = Read(
      "Campaign name,Day,Reporting starts,Reporting ends,Amount spent (TWD)\n"
      "A,2024-08-01,2024-08-01,2024-08-01,5\n"
      "A,2024-08-02,2024-08-02,2024-08-02,6\n");
  EXPECT_EQ(Texts(table.cells), "social.paid ? ? ? 11");
  EXPECT_EQ(DayText(table.period.end), "2024-08-02");
}

TEST(ImportTable, ListsUnreadableRowsAndLeavesThemOutWhole) {
  const ImportedTable table = Read(
      "Channel,Visits,Orders\nDirect,10,1\nEmail,12,abc\nSMS,5,10%\n"
      "Audio,7,1,stray\nReferral,-5,1\n");
  EXPECT_EQ(Texts(table.cells), "integrated.organic 10 1 ? ?");
  ASSERT_EQ(table.ignored.size(), 4u);
  EXPECT_EQ(table.ignored[0].line, 3u);
  EXPECT_EQ(table.ignored[0].values.text, "abc");
  EXPECT_EQ(table.ignored[1].reason, TextId::kImportIgnoredRate);
  EXPECT_EQ(table.ignored[2].reason, TextId::kImportIgnoredFields);
  EXPECT_TRUE(Warns(table, "unreadableRows"));
}

TEST(ImportTable, RowsOfAnotherCurrencyAreNotAdded) {
  const ImportedTable table = Read(
      "Campaign,Campaign type,Currency code,Clicks,Cost\n"
      "A,Search,TWD,1,100\nB,Search,TWD,1,100\nC,Search,USD,1,9\n");
  EXPECT_EQ(table.currency, "TWD");
  EXPECT_EQ(Texts(table.cells), "search.paid 2 ? ? 200");
  ASSERT_EQ(table.ignored.size(), 1u);
  EXPECT_EQ(table.ignored[0].values.text, "USD");
}

TEST(ImportTable, SignsOfCurrenciesMeanTheScenariosWhereTheyMay) {
  const std::string text = "Channel,Visits,Revenue\nDirect,5,$1234\n";
  EXPECT_EQ(Read(text).currency, "USD");
  TableOptions options;
  options.currency = "TWD";
  EXPECT_EQ(Read(text, options).currency, "TWD");
  options.currency = "EUR";
  EXPECT_EQ(Read(text, options).currency, "USD");
  EXPECT_EQ(Read("Channel,Visits,Revenue\nDirect,5,1234 €\n").currency, "EUR");
}

TEST(ImportTable, SaysWhyAFileCannotBeUsed) {
  EXPECT_EQ(Refused(""), ErrorCode::kTableEmpty);
  EXPECT_EQ(Refused(" \n\n"), ErrorCode::kTableEmpty);
  EXPECT_EQ(Refused("Channel,Visits\n"), ErrorCode::kTableEmpty);
  EXPECT_EQ(Refused("hello"), ErrorCode::kTableWithoutHeader);
  EXPECT_EQ(Refused("Event name,Event count,Total users\npurchase,5,4\n"),
            ErrorCode::kTableOfEvents);
  EXPECT_EQ(Refused("Order ID,Revenue\n#2005,500\n"),
            ErrorCode::kTableOfOrders);
  EXPECT_EQ(Refused("Country,Sessions\nTaiwan,5\n"),
            ErrorCode::kTableWithoutChannel);
  EXPECT_EQ(Refused("%PDF-1.7 something"), ErrorCode::kTableNotText);
  EXPECT_EQ(Refused(std::string("a\0b", 3)), ErrorCode::kTableNotText);
  EXPECT_EQ(Refused("\xFF\xFE\xFA"), ErrorCode::kBadText);
  EXPECT_EQ(Refused(std::string(kMaxTableBytes + 1, 'a')),
            ErrorCode::kTableTooLarge);
}

TEST(ImportTable, UsersCanChooseTheColumnsOfAnyTable) {
  const std::string text = "Woher,Wieviele,Geld\nDirect,5,50\nLaden,6,60\n";
  TableOptions options;
  options.chooses = true;
  const ImportedTable headers = Read(text, options);
  ASSERT_EQ(headers.columns.size(), 3u);
  EXPECT_EQ(headers.columns[0].header, "Woher");
  EXPECT_TRUE(headers.rows.empty());
  options.choices = {{"Woher", ColumnRole::kChannel},
                     {"Wieviele", ColumnRole::kVisits},
                     {"Geld", ColumnRole::kRevenue}};
  const ImportedTable table = Read(text, options);
  EXPECT_EQ(Texts(table.cells), "integrated.organic 5 ? 50 ?");
  EXPECT_EQ(Texts(table.asks), "Laden 6 ? 60 ?");
}

TEST(ImportTable, QuotedFieldsMayHaveDelimitersLinesAndQuotes) {
  const ImportedTable table =
      Read("Channel,Visits\n\"Ours, \"\"new\"\"\nline\",5\nDirect,6\n");
  EXPECT_EQ(table.asks[0].name, "Ours, \"new\"\nline");
  EXPECT_EQ(table.rows[1].line, 4u);
}

TEST(ImportTable, AQuoteThatIsNeverClosedIsASign) {
  const ImportedTable table =
      Read("Channel,Visits\n\"Direct,5\nEmail,6\nSMS,7\n");
  EXPECT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table.names[0], "\"Direct");
}

TEST(ImportTable, ReadsNumbersByTheEvidenceOfTheWholeFile) {
  // The second row decides for the first.
  EXPECT_EQ(Texts(Read("Channel;Visits;Revenue\nDirect;1.234;1.234\n"
                       "Email;2;0,5\n")
                      .cells),
            "integrated.organic 1236 ? 1234.5 ?");
  EXPECT_EQ(Texts(Read("Channel;Visits;Revenue\nDirect;1,234;1,234\n"
                       "Email;2;0.5\n")
                      .cells),
            "integrated.organic 1236 ? 1234.5 ?");
  // German headers, where no number decides.
  EXPECT_EQ(Texts(Read("Kanal;Sitzungen;Umsatz\nDirect;5;1.234\n").cells),
            "integrated.organic 5 ? 1234 ?");
}

// Everything that says the same must give the same.
TEST(ImportTable, FormDoesNotChangeWhatIsSaid) {
  const std::vector<std::array<std::string, 3>> rows = {
      {"Organic Search", "1234567", "9876543.25"},
      {"Paid Social", "4321", "12345.5"},
      {"Organic Search", "12", "0.1"},
      {"Direct", "99", "0.2"},
      {"Direct", "1000", "0.3"}};
  const auto grouped = [](std::string digits, const std::string& mark,
                          const std::string& decimal) {
    const size_t point = digits.find('.');
    std::string whole = digits.substr(0, point);
    for (int at = static_cast<int>(whole.size()) - 3; at > 0; at -= 3) {
      whole.insert(static_cast<size_t>(at), mark);
    }
    return point == std::string::npos
               ? whole
               : whole + decimal + digits.substr(point + 1);
  };
  const std::string expected =
      "social.paid 4321 ? 12345.5 ?\n"
      "search.organic 1234579 ? 9876543.35 ?\n"
      "integrated.organic 1099 ? 0.5 ?";
  const std::pair<const char*, const char*> marks[] = {
      {"", "."},  {"", ","},       {",", "."},      {".", ","}, {"'", "."},
      {" ", ","}, {"\u00A0", ","}, {"\u202F", "."}, {"’", "."}};
  for (const auto& [mark, decimal] : marks) {
    for (const char* delimiter : {",", ";", "\t"}) {
      for (const char* end : {"\n", "\r\n", "\r"}) {
        for (size_t shift = 0; shift < rows.size(); ++shift) {
          std::string text = std::string("Session default channel group") +
                             delimiter + "Sessions" + delimiter +
                             "Total revenue" + end;
          for (size_t i = 0; i < rows.size(); ++i) {
            const auto& row = rows[(i + shift) % rows.size()];
            text += row[0] + delimiter + '"' + grouped(row[1], mark, decimal) +
                    '"' + delimiter + '"' + grouped(row[2], mark, decimal) +
                    '"' + end;
          }
          const ImportedTable table = Read(text);
          ASSERT_EQ(Texts(table.cells), expected) << text;
          EXPECT_EQ(table.decimal, decimal[0]);
          EXPECT_EQ(table.delimiter, delimiter[0]);
        }
      }
    }
  }
}

TEST(ImportTable, FullWidthDigitsAreDigits) {
  EXPECT_EQ(Texts(Read("通路,流量,營收\nDirect,１，２３４,ＮＴ＄５６７.８\n"
                       "Email,１,0.5\n")
                      .asks),
            "");
  const ImportedTable table =
      Read("通路\t流量\t營收\nDirect\t１２３４\tＮＴ＄５６７\n");
  EXPECT_EQ(Texts(table.cells), "integrated.organic 1234 ? 567 ?");
  EXPECT_EQ(table.currency, "TWD");
}

}  // namespace
}  // namespace sextant
