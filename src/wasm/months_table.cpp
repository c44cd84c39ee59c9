#include "wasm/months_table.h"

#include <string>

#include "base/integer_text.h"
#include "engine/model/fields.h"
#include "locales/text.h"
#include "words/names.h"
#include "words/results.h"

namespace sextant {
namespace {

struct MonthColumn {
  TextId label;
  Unit unit;
  Ratio (*get)(const FlywheelMonth&);
};

double Active(const FlywheelMonth& month, Segment segment) {
  return month.active[static_cast<size_t>(segment)];
}

constexpr MonthColumn kMonthColumns[] = {
    {TextId::kUiCustomersBought, Unit::kCount,
     [](const FlywheelMonth& month) -> Ratio {
       return month.new_customers_bought;
     }},
    {TextId::kUiCustomersReferred, Unit::kCount,
     [](const FlywheelMonth& month) -> Ratio {
       return month.new_customers_referred;
     }},
    {TextId::kSegmentPromoter, Unit::kCount,
     [](const FlywheelMonth& month) -> Ratio {
       return Active(month, Segment::kPromoter);
     }},
    {TextId::kSegmentPassive, Unit::kCount,
     [](const FlywheelMonth& month) -> Ratio {
       return Active(month, Segment::kPassive);
     }},
    {TextId::kSegmentDetractor, Unit::kCount,
     [](const FlywheelMonth& month) -> Ratio {
       return Active(month, Segment::kDetractor);
     }},
    {TextId::kFieldRepeatOrdersShort, Unit::kCount,
     [](const FlywheelMonth& month) -> Ratio { return month.repeat_orders; }},
    {TextId::kMetricRevenue, Unit::kMoney,
     [](const FlywheelMonth& month) -> Ratio { return month.revenue; }},
    {TextId::kMetricShareNotBoughtShort, Unit::kShare,
     [](const FlywheelMonth& month) -> Ratio {
       return month.share_not_bought;
     }},
    {TextId::kMetricCacShort, Unit::kMoney,
     [](const FlywheelMonth& month) -> Ratio { return month.cac; }},
    {TextId::kMetricProfit, Unit::kMoney,
     [](const FlywheelMonth& month) -> Ratio { return month.profit; }},
};

// "Flywheel · Cumulative profit"
std::string CumulativeLabel(TextId whole, Language language) {
  return std::string(Text(language, whole)) + " · " +
         std::string(Text(language, TextId::kChartFlywheelHeight));
}

// How many months lie between two rows.
int MonthStep(int count) { return count <= 24 ? 1 : count <= 72 ? 3 : 6; }

void WriteMonth(const FlywheelReport& flywheel, int number,
                const NumberFormat& format, JsonWriter& json) {
  const FlywheelMonth& month = flywheel.flywheel()[number];
  json.BeginObject()
      .Member("name", FormatText(format.language, TextId::kUiPaybackMonth,
                                 {{"month", IntegerText(number)}}))
      .Key("values")
      .BeginArray();
  for (const MonthColumn& column : kMonthColumns) {
    json.Value(OrUndefined(column.get(month), [&](double value) {
      return FormatAs(column.unit, value, format);
    }));
  }
  json.Value(format.Money(month.cumulative_profit))
      .Value(format.Money(flywheel.funnel()[number].cumulative_profit))
      .EndArray()
      .EndObject();
}

}  // namespace

void WriteMonthsTable(const FlywheelReport& flywheel,
                      const NumberFormat& format, JsonWriter& json) {
  const Language language = format.language;
  json.BeginObject().Key("columns").BeginArray();
  for (const MonthColumn& column : kMonthColumns) {
    json.Value(Text(language, column.label));
  }
  json.Value(CumulativeLabel(TextId::kChartFlywheelFlywheel, language))
      .Value(CumulativeLabel(TextId::kChartFlywheelFunnel, language))
      .EndArray()
      .Key("rows")
      .BeginArray();
  const int count = static_cast<int>(flywheel.flywheel().size());
  for (int number = 0; number < count; ++number) {
    if (number % MonthStep(count) == 0 || number == count - 1) {
      WriteMonth(flywheel, number, format, json);
    }
  }
  json.EndArray().EndObject();
}

}  // namespace sextant
