// The results as text: in the page, or on the console of Node.
const SCENARIO = { cells: [{ id: 'social.paid', visits: 15000, conversionRate: 0.0229, orderValue: 1180, costPerClick: 8 }] };

async function compute(sextant, tools) {
  const [engine, others] = await Promise.all([sextant, tools]);
  const report = engine.evaluate(SCENARIO).value;
  const months = others.customersByMonth(SCENARIO).value;
  return JSON.stringify({ revenue: report.total.revenue, cpa: report.total.cpa, svg: months.svg.length });
}

export async function show(sextant, tools) {
  const text = await compute(sextant, tools).catch((error) => `failed: ${error.message}`);
  if (typeof document === 'undefined') console.log(text);
  else document.body.textContent = text;
}
