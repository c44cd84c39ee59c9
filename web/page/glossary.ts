// What the words mean: every input, result and term, where a reader meets it.
import { make } from '../dom/dom';
import type { Definition } from '../explain/definitions';

/** By heading: definition → the word it is of; that and the heading are keys of `shared`. */
const GROUPS: Record<string, Partial<Record<Definition, string>>> = {
  'ui.trafficMatrix': {
    trafficMatrix: 'ui.trafficMatrix', social: 'medium.social', search: 'medium.search', integrated: 'medium.integrated',
    organic: 'kind.organic', paid: 'kind.paid', visits: 'field.visits', conversionRate: 'field.conversionRate',
    orderValue: 'field.orderValue', costPerClick: 'field.costPerClick', fixedCost: 'field.fixedCost',
    newCustomerShare: 'field.newCustomerShare',
  },
  'ui.totals': {
    currency: 'field.currency',
    revenue: 'metric.revenue', revenueShare: 'metric.revenueShare', orders: 'metric.orders', valuePerVisit: 'metric.valuePerVisit',
    spend: 'metric.spend', grossMargin: 'field.grossMargin', profit: 'metric.profit', roas: 'metric.roas', roi: 'metric.roi',
    effectiveCpc: 'metric.effectiveCpc', cpa: 'metric.cpa', breakEvenCpa: 'metric.breakEvenCpa',
    newCustomers: 'metric.newCustomers', cac: 'metric.cac', concentration: 'ui.concentration', shocks: 'ui.shockTitle',
  },
  'chart.quadrant.title': {
    quadrants: 'ui.quadrant', average: 'ui.thresholdsAverage', breakEven: 'ui.thresholdsBreakEven', targets: 'ui.thresholdsTarget',
    thresholdCpc: 'field.thresholdCpc', thresholdCpa: 'field.thresholdCpa',
  },
  'ui.flywheelTitle': {
    ltv: 'metric.ltv', ltvToCac: 'metric.ltvToCac', paybackMonth: 'metric.paybackMonth', repeatOrders: 'field.repeatOrders',
    churn: 'field.churn', discount: 'field.discount', flywheel: 'chart.flywheel.flywheel', funnel: 'chart.flywheel.funnel',
    attract: 'chart.wheel.attract', engage: 'chart.wheel.engage', delight: 'chart.wheel.delight', promoter: 'segment.promoter',
    passive: 'segment.passive', detractor: 'segment.detractor', segmentShare: 'field.segmentShare', nps: 'metric.nps',
    referralVisits: 'field.referralVisits', referralConversionRate: 'field.referralConversionRate',
    organicGrowth: 'field.organicGrowth', months: 'field.months', momentum: 'metric.momentum',
    longRunMultiplier: 'metric.longRunMultiplier', shareNotBought: 'metric.shareNotBought',
  },
  'ui.remarketing': {
    engagedShare: 'field.engagedShare', engagedConversionRate: 'field.engagedConversionRate',
    remarketingCostPerClick: 'field.remarketingCostPerClick', remarketingCpa: 'metric.remarketingCpa', densityEffect: 'metric.densityEffect',
  },
};

/** `shared`: the calculator's texts in the language of the definitions. */
export function glossary(definitions: Record<Definition, string>, shared: (key: string) => string): HTMLElement[] {
  return Object.entries(GROUPS).flatMap(([heading, group]) => [
    make('h4', {}, shared(heading)),
    make('dl', {}, ...Object.entries(group).flatMap(([id, key]) => [make('dt', {}, shared(key)), make('dd', {}, definitions[id as Definition])])),
  ]);
}
