/// <reference path="./sextant/sextant-element.d.ts" />
const calculator = document.querySelector('sextant-calculator')!;
calculator.scenario = 'balanced';
calculator.scenario = { cells: [{ id: 'social.paid', visits: 7 }] };
calculator.setScenario(calculator.scenario);
const revenue: number | undefined = calculator.report?.total.revenue;
calculator.addEventListener('sextant-change', ({ detail }) => detail.link.length);
calculator.addEventListener('sextant-error', ({ detail }) => detail.message.length);
calculator.addEventListener('click', (event) => event.clientX);
document.body.addEventListener('sextant-change', ({ detail: { scenario } }) => scenario.media.length);
// @ts-expect-error a scenario is not a number
calculator.scenario = 7;
// @ts-expect-error there is no such code
calculator.addEventListener('sextant-error', ({ detail }) => detail.code === 'lost');
export { revenue };
