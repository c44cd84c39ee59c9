// embed.html: a calculator in somebody's frame. One plain script, so that it
// runs in a sandbox without an origin; stores nothing, and leaves the address
// and the history of the page around it alone.
import { announceChange, createApi } from '../api';
import { Calculator } from '../calculator';
import { element } from '../elements';
import { Notice } from '../notice';
import { readQuery, VIEWS } from '../query';
import { languageFor, text, translate, type Language } from '../texts';
import { Bar } from './bar';
import { hearHost, tellHost, type HostMessage } from './messages';

const query = readQuery(location.search, navigator.languages);
const preset = new URLSearchParams(location.search).get('preset') ?? '';

function showLanguage(language: Language): void {
  document.documentElement.lang = language;
  translate(document, language);
  document.title = text(language, 'document.title');
}

// The body is as high as its content, whatever the frame's height.
function watchHeight(): void {
  let height = 0;
  new ResizeObserver(() => {
    const now = Math.ceil(document.body.getBoundingClientRect().height);
    if (now === height || !now) return;
    height = now;
    tellHost({ type: 'height', height });
  }).observe(document.body);
}

async function start(): Promise<Calculator> {
  const progress = element<HTMLProgressElement>('progress');
  const calculator = await Calculator.open({
    parent: element('calculator'),
    language: query.language,
    theme: query.theme,
    view: query.view,
    mode: query.mode,
    scenario: preset,
    currency: query.currency,
    progress(bytes) {
      progress.value = bytes / APP_BYTES;
    },
  });
  connect(calculator);
  await calculator.shown;
  element('poster').remove();
  tellHost({ type: 'ready', link: calculator.session.link() });
  return calculator;
}

function connect(calculator: Calculator): void {
  const { appearance } = calculator;
  const bar = new Bar(calculator, query.language);
  const beginning = calculator.session.link();
  const notice = new Notice(() => {
    calculator.update((session) => session.loadLink(beginning));
    notice.show('');
  });
  const load = (scenario: string) => {
    const message = scenario && calculator.load(scenario);
    notice.show(message);
    if (message) tellHost({ type: 'refused', message });
  };
  const follow = () => load(location.hash);
  const showTheme = () => {
    document.documentElement.dataset.theme = appearance.theme;
  };
  const hear: { [Type in HostMessage['type']]: (message: Extract<HostMessage, { type: Type }>) => void } = {
    load: ({ scenario }) => load(String(scenario)),
    setLanguage({ lang }) {
      const language = languageFor(String(lang));
      if (!language) return;
      showLanguage(query.language = language);
      calculator.setLanguage(language);
      bar.setLanguage(language);
    },
    setTheme({ theme }) {
      if (theme === 'light' || theme === 'dark' || theme === 'auto') appearance.choice = theme;
    },
    setView({ view }) {
      const known = VIEWS.find((name) => name === view);
      if (known) calculator.setView(known);
    },
  };

  notice.show(calculator.refusal);
  follow();
  calculator.session.forgetHistory();
  calculator.element.append(bar.element);
  bar.update();
  addEventListener('hashchange', follow);
  calculator.onappearance = showTheme;
  showTheme();
  calculator.onchange = () => {
    bar.update();
    const { scenario, report, link } = announceChange(window.sextant, calculator.session.link());
    tellHost({ type: 'change', link, scenario, report });
  };
  hearHost((message) => {
    if (Object.hasOwn(hear, message.type)) hear[message.type](message as never);
  });
}

document.documentElement.dataset.theme = query.theme;
showLanguage(query.language);
watchHeight();
const started = start();
started.catch((error: unknown) => {
  console.error(error);
  element('progress').hidden = true;
  element('failure').hidden = false;
});
window.sextant = createApi(started, () => query.language);
