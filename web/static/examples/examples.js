// Shows which changes the calculator reports to its host page.
const revenue = document.getElementById('revenue');
document.addEventListener('sextant-change', ({ target, detail }) => {
  if (target.id !== 'listened') return;
  const { currency } = detail.scenario;
  revenue.textContent = new Intl.NumberFormat(document.documentElement.lang, { style: 'currency', currency, maximumFractionDigits: 0 })
    .format(detail.report.total.revenue);
});
document.getElementById('balance').addEventListener('click', () => {
  document.getElementById('listened').scenario = 'balanced';
});
