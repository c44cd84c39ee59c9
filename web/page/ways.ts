// The ways from the first screen: to the steps of the story, and to the parts below. They are not there before the
// first screen is.
import type { Calculator } from '../calculator/calculator';
import { element } from '../dom/dom';
import type { Query, View } from '../face/query';

// The mirror of the canvas has the names of its sections, the form those of views.
const SECTIONS: Record<string, string> = { matrix: 'revenue' };

/** Scrolls to a part of the whole calculator and puts the focus there. */
function reveal(calculator: Calculator, view: string): void {
  const part = calculator.element.querySelector<HTMLElement>(`[data-id="${SECTIONS[view] ?? view}"], [data-part="${view}"]`);
  if (!part) return scrollTo(0, 0);
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
  part.scrollIntoView({ block: 'start' });
}

/** `showView` makes the page that of a view, and returns the view. */
export function connectWays(calculator: Calculator, query: Query, showView: (view: 'all' | 'story') => View): void {
  const tell = (step: number) => {
    query.step = step;
    calculator.setStep(step);
    calculator.setView(showView('story'));
  };
  for (const button of document.querySelectorAll('.tell')) button.addEventListener('click', () => tell(query.step));
  const connect = (id: string, press: (button: HTMLButtonElement) => void) => {
    const group = element<HTMLFieldSetElement>(id);
    group.disabled = false;
    group.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLButtonElement) press(target);
    });
  };
  connect('steps', ({ textContent }) => tell(Number(textContent)));
  connect('parts', ({ value }) => reveal(calculator, value));
}
