// What the entries calculate, as text.
const SCENARIO = { cells: [{ id: 'social.paid', visits: 15000, conversionRate: 0.0229, orderValue: 1180, costPerClick: 8 }] };

export async function results(createSextant, createTools) {
  const [engine, others] = await Promise.all([createSextant(), createTools()]);
  const { total } = engine.evaluate(SCENARIO).value;
  const { svg } = others.customersByMonth(SCENARIO).value;
  return JSON.stringify({ revenue: total.revenue, cpa: total.cpa, svg: svg.length });
}
