// The ways from the first screen: to the steps of the story, to the parts below and to the other face. They are not
// there before the first screen is.
import { embeddedText } from '../embed/embedded_texts';
import type { Calculator } from '../calculator/calculator';
import type { DecidePanel } from './decide/decide_panel';
import { element, setEnabled } from '../dom/dom';
import { translate } from '../dom/texts';
import type { Notice } from '../face/notice';
import { parametersIn, type Query, type View } from '../face/query';
import { canUseWebGL } from '../face/webgl';
import type { Header } from './header';

// The mirror of the canvas has the names of its sections, the form those of views.
const SECTIONS: Record<string, string> = { matrix: 'revenue' };

/** Scrolls to a part of the whole calculator and puts the focus there. */
function reveal(calculator: Calculator, view: string): void {
  if (view === 'all') return scrollTo(0, 0);
  // In a form, the later parts may not have come yet.
  const part = calculator.element.querySelector<HTMLElement>(`[data-id="${SECTIONS[view] ?? view}"], [data-part="${view}"], .later.offer`);
  if (!part) return;
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
  part.scrollIntoView({ block: 'start' });
}

let panel: Promise<DecidePanel> | undefined;

// Loads the panel when it is asked for first.
async function decide(calculator: Calculator, { query, notice }: Surroundings): Promise<void> {
  try {
    panel ??= import('./decide/decide_panel').then(({ DecidePanel }) => DecidePanel.open(calculator, query));
    const opened = await panel;
    const shown = opened.element;
    if (!shown.isConnected) element('calculator').after(shown);
    opened.onclose = () => {
      panel = undefined;
      document.querySelector<HTMLElement>('#parts [value="decide"]')?.focus();
    };
    shown.focus({ preventScroll: true });
    shown.scrollIntoView({ block: 'start' });
    opened.followAddress();
  } catch {
    panel = undefined;
    notice.tell(embeddedText(query.language, 'element.failed'));
  }
}

/** What the ways need of the page. */
export interface Surroundings {
  query: Query;
  /** Opens the dialog for a link. */
  open(): void;
  /** Makes the page that of a view, and returns the view. */
  showView(view: 'all' | 'story'): View;
  /** Of the address. */
  setParameter(name: string, value: string): void;
  notice: Notice;
  header: Header;
}

// The other face: its button says which.
function connectMode(calculator: Calculator, { query, setParameter, notice, header }: Surroundings): void {
  const mode = element<HTMLButtonElement>('mode');
  const showMode = () => {
    const isForm = calculator.mode === 'form';
    mode.dataset.text = isForm ? 'footer.canvas' : 'footer.form';
    mode.hidden = isForm && !canUseWebGL();
    translate(mode.parentElement!, query.language);
  };
  showMode();
  mode.addEventListener('click', async () => {
    const other = calculator.mode === 'form' ? 'canvas' : 'form';
    setEnabled(mode, false);
    try {
      await calculator.setMode(other);
      setParameter('mode', other);
    } catch {
      notice.tell(embeddedText(query.language, 'element.failed'));
    }
    setEnabled(mode, true);
    showMode();
    header.update();
  });
}

export function connectWays(calculator: Calculator, surroundings: Surroundings): void {
  const { query, showView, notice, open } = surroundings;
  const tell = (step: number) => {
    query.step = step;
    calculator.setStep(step);
    calculator.setView(showView('story')).then(() => {
      // The button that was pressed is gone. Not in setView(): an article would lose its focus to a calculator.
      calculator.element.querySelector<HTMLElement>('.story-head h2')?.focus({ preventScroll: true });
    }, () => {
      showView('all');
      notice.tell(embeddedText(query.language, 'element.failed'));
    });
  };
  const connect = (id: string, press: (button: HTMLButtonElement) => void) => {
    const group = element<HTMLFieldSetElement>(id);
    group.disabled = false;
    group.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLButtonElement) press(target);
    });
  };
  connect('steps', ({ textContent }) => tell(Number(textContent)));
  connect('parts', ({ value }) => value === 'decide' ? void decide(calculator, surroundings) : reveal(calculator, value));
  if (parametersIn(location.search).get('view') === 'compare') void decide(calculator, surroundings);
  connect('others', ({ id, className }) => {
    if (className) tell(query.step);
    if (id === 'open') open();
  });
  connectMode(calculator, surroundings);
}
