#include "words/results.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "engine/customers/customer_value.h"
#include "locales/text.h"
#include "words/result_lists.h"

namespace sextant {
namespace {

// Less than this is no change, whether a part or a difference.
constexpr double kNoChange = 0.0005;

std::string Sign(double value) {
  return value < 0 ? "−" : value > 0 ? "+" : "±";
}

// --- After the order ---------------------------------------------------------

Ratio ShareNotBought(const FlywheelReport& flywheel) {
  const Ratio share = flywheel.flywheel().back().share_not_bought;
  if (!share) return std::nullopt;
  // Rounded as in the sentence.
  return std::round(*share * 1000) / 1000;
}

constexpr struct {
  std::string_view id;
  Ratio (*get)(const CustomerValue&, const FlywheelReport&);
} kAfterOrder[] = {
    {"flywheelProfit",
     [](const CustomerValue&, const FlywheelReport& flywheel) -> Ratio {
       return flywheel.flywheel().back().cumulative_profit;
     }},
    {"funnelProfit",
     [](const CustomerValue&, const FlywheelReport& flywheel) -> Ratio {
       return flywheel.funnel().back().cumulative_profit;
     }},
    {"profitAhead",
     [](const CustomerValue&, const FlywheelReport& flywheel) -> Ratio {
       return flywheel.flywheel().back().cumulative_profit -
              flywheel.funnel().back().cumulative_profit;
     }},
    {"ltv",
     [](const CustomerValue& value, const FlywheelReport&) -> Ratio {
       return value.ltv;
     }},
    {"ltvToCac",
     [](const CustomerValue& value, const FlywheelReport&) -> Ratio {
       return value.ltv_to_cac;
     }},
    {"paybackMonth",
     [](const CustomerValue& value, const FlywheelReport&) -> Ratio {
       return value.payback_month;
     }},
    {"nps",
     [](const CustomerValue&, const FlywheelReport& flywheel) -> Ratio {
       return flywheel.nps;
     }},
    {"momentum",
     [](const CustomerValue&, const FlywheelReport& flywheel) -> Ratio {
       return flywheel.momentum;
     }},
    {"longRunMultiplier",
     [](const CustomerValue&, const FlywheelReport& flywheel) -> Ratio {
       return flywheel.long_run_multiplier;
     }},
    {"shareNotBought",
     [](const CustomerValue&, const FlywheelReport& flywheel) -> Ratio {
       return ShareNotBought(flywheel);
     }},
};

constexpr bool IsKnown(const ResultDefinition& result) {
  return std::any_of(std::begin(kAfterOrder), std::end(kAfterOrder),
                     [&](const auto& known) { return known.id == result.id; });
}
static_assert(std::all_of(std::begin(kAfterOrderResults),
                          std::end(kAfterOrderResults), IsKnown));

Ratio ValueOf(const ResultDefinition& result, const CustomerValue& value,
              const FlywheelReport& flywheel) {
  for (const auto& known : kAfterOrder) {
    if (known.id == result.id) return known.get(value, flywheel);
  }
  return std::nullopt;
}

// With new customers to divide by, the reason is another.
TextId ReasonFor(const ResultDefinition& result, const Report& report) {
  const std::string_view id = result.id;
  if (report.total.cac && id == "ltvToCac") return TextId::kReasonNoSpend;
  if (report.total.cac && id == "paybackMonth") {
    return TextId::kReasonNeverPaysBack;
  }
  return result.reason;
}

std::string PaybackText(double month, const NumberFormat& format) {
  if (month == 0) {
    return std::string(Text(format.language, TextId::kUiPaybackAtOnce));
  }
  return FormatText(format.language, TextId::kUiPaybackMonth,
                    {{"month", format.Count(month)}});
}

}  // namespace

Change ChangeOf(const ResultDefinition& result, const Ratio& now,
                const Ratio& before, const NumberFormat& format) {
  if (!now || !before || (*before == 0 && !result.absolute)) return {};
  const double difference = *now - *before;
  const double change =
      result.absolute ? difference : difference / std::fabs(*before);
  if (std::fabs(change) < kNoChange) return {result.absolute ? "±0" : "±0%"};
  const bool better = (change > 0) == (result.better == Better::kHigher);
  return {result.absolute ? Sign(change) + format.Count(std::fabs(change))
                          : format.SignedPercent(change),
          result.better == Better::kNeither ? Verdict::kNeither
          : better                          ? Verdict::kBetter
                                            : Verdict::kWorse};
}

ShownResult Show(const ResultDefinition& result, const Ratio& now,
                 const Ratio& before, const NumberFormat& format) {
  return {&result,
          OrUndefined(now,
                      [&](double value) {
                        return FormatAs(result.unit, value, format);
                      }),
          now ? std::nullopt : std::optional(result.reason),
          ChangeOf(result, now, before, format)};
}

std::vector<ShownResult> ShowAfterOrder(const ScenarioResults& now,
                                        const ScenarioResults* before,
                                        const NumberFormat& format) {
  const CustomerValue value = ValueOfCustomer(now.scenario, now.report);
  CustomerValue value_before;
  if (before) value_before = ValueOfCustomer(before->scenario, before->report);
  std::vector<ShownResult> results;
  for (const ResultDefinition& result : kAfterOrderResults) {
    const Ratio present = ValueOf(result, value, now.flywheel);
    Ratio past;
    if (before) past = ValueOf(result, value_before, before->flywheel);
    ShownResult& shown =
        results.emplace_back(Show(result, present, past, format));
    if (!present) shown.reason = ReasonFor(result, now.report);
    if (present && result.id == std::string_view("paybackMonth")) {
      shown.text = PaybackText(*present, format);
    }
  }
  return results;
}

ShownResult ShowDensityEffect(const RemarketingReport& remarketing, int cell,
                              const NumberFormat& format) {
  static constexpr ResultDefinition kDensityEffect = {
      "densityEffect",
      Unit::kShare,
      Better::kNeither,
      TextId::kMetricDensityEffect,
      TextId::kMetricDensityEffect,
      TextId::kReasonNothingLeft,
      true};
  const Ratio& effect = remarketing.cells()[cell].density_effect;
  ShownResult shown = Show(kDensityEffect, effect, {}, format);
  if (effect) {
    const double points = *effect * 100;
    shown.text =
        FormatText(format.language, TextId::kUiPoints,
                   {{"value", Sign(points) + format.Ratio(std::fabs(points))}});
  } else if (!remarketing.density) {
    shown.reason = TextId::kReasonNoVisits;
  }
  return shown;
}

ShownResult ShowCpaEffect(const RemarketingReport& remarketing, int cell,
                          const NumberFormat& format) {
  static constexpr ResultDefinition kCpaEffect = {"cpaEffect",
                                                  Unit::kMoney,
                                                  Better::kNeither,
                                                  TextId::kMetricRemarketingCpa,
                                                  TextId::kMetricRemarketingCpa,
                                                  TextId::kReasonNothingLeft,
                                                  true};
  const Ratio& effect = remarketing.cells()[cell].cpa_effect;
  ShownResult shown = Show(kCpaEffect, effect, {}, format);
  if (effect) {
    shown.text = Sign(*effect) + format.Money(std::fabs(*effect));
  } else if (!remarketing.cpa) {
    shown.reason = TextId::kReasonNoEngaged;
  }
  return shown;
}

std::string FormatAs(Unit unit, double value, const NumberFormat& format) {
  switch (unit) {
    case Unit::kCount:
      return format.Count(value);
    case Unit::kMoney:
      return format.Money(value);
    case Unit::kShare:
      return format.Percent(value);
    case Unit::kRatio:
      return format.Ratio(value);
    case Unit::kMonths:
      return format.Months(value);
  }
  return {};
}

std::string FormatField(const FieldDefinition& field, double value,
                        const NumberFormat& format) {
  return field.unit == Unit::kMoney ? format.ExactMoney(value)
                                    : FormatAs(field.unit, value, format);
}

}  // namespace sextant
