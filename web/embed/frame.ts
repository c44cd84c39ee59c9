// embed.html: a calculator in an iframe. Its scripts are classic ones, so that it runs
// in a sandbox without an origin. It stores nothing and does not change the address
// or history of the surrounding page.
import { embeddedText } from './embedded_texts';
import { announceChange, createApi } from '../calculator/api';
import { Calculator } from '../calculator/calculator';
import { element } from '../dom/dom';
import { Notice } from '../face/notice';
import { linkIn } from '../face/page_address';
import { parametersIn, readQuery, VIEWS } from '../face/query';
import { languageFor, type Language } from '../dom/language';
import { text, translate } from '../dom/texts';
import { Bar } from './bar';
import { hearHost, tellHost, type HostMessage } from './messages';
import { Poster } from './poster';

const query = readQuery(location.search, navigator.languages);
const preset = parametersIn(location.search).get('preset') ?? '';

function showLanguage(language: Language): void {
  document.documentElement.lang = language;
  translate(document, language);
  document.title = text(language, 'document.title');
}

// The body is as high as its content, independent of the iframe's height. To be called when the content stands:
// the height of what is there before would only make the page around it jump.
let height = 0;
function watchHeight(): void {
  // Asking the body itself would lay out the host page, too, which may be changing this frame's height: a
  // loop that WebKit reports as an error.
  new ResizeObserver(([{ borderBoxSize: [{ blockSize }] }]) => {
    const now = Math.ceil(blockSize);
    if (now === height || !now) return;
    height = now;
    tellHost({ type: 'height', height });
  }).observe(document.body);
}

const poster = new Poster(linkIn(location.hash) || preset, query);

async function start(): Promise<Calculator> {
  const calculator = await Calculator.open({
    parent: element('calculator'),
    language: query.language,
    theme: query.theme,
    view: query.view,
    step: query.step,
    mode: query.mode,
    currency: query.currency,
    progress: (bytes) => poster.showProgress(bytes),
  });
  connect(calculator);
  await calculator.shown;
  poster.element.remove();
  watchHeight();
  tellHost({ type: 'ready', link: calculator.session.link() });
  return calculator;
}

let bar: Bar;
let load: (scenario: string) => void;

function connect(calculator: Calculator): void {
  const { appearance } = calculator;
  const link = () => calculator.session.link();
  let refusedAt = '';
  const notice = new Notice(() => load(preset));
  load = (scenario) => {
    const message = calculator.load(scenario);
    refusedAt = message && link();
    notice.show(message);
    if (message) tellHost({ type: 'refused', message });
  };
  const showTheme = () => {
    document.documentElement.dataset.theme = appearance.theme;
  };

  if (preset) load(preset);
  const followHash = () => {
    const given = linkIn(location.hash);
    if (given || !location.hash) load(given || preset);
  };
  if (location.hash) followHash();
  calculator.update((session) => session.forgetHistory());
  bar = new Bar(calculator, query.language);
  calculator.element.append(bar.element);
  addEventListener('hashchange', followHash);
  calculator.onappearance = showTheme;
  showTheme();
  calculator.onchange = () => {
    bar.update();
    if (refusedAt && link() !== refusedAt) notice.show(refusedAt = '');
    tellHost({ type: 'change', ...announceChange(calculator) });
  };
}

const hear: { [Type in Exclude<HostMessage['type'], 'hello'>]: (calculator: Calculator, message: Extract<HostMessage, { type: Type }>) => void } = {
  load: (_, { scenario }) => load(String(scenario)),
  setLanguage(calculator, { lang }) {
    const language = languageFor(String(lang));
    if (!language) return;
    calculator.setLanguage(language).then(() => {
      showLanguage(query.language = language);
      bar.setLanguage(language);
    }, () => tellHost({ type: 'refused', message: text(query.language, 'notice.language') }));
  },
  setTheme({ appearance }, { theme }) {
    if (theme === 'light' || theme === 'dark' || theme === 'auto') appearance.choice = theme;
  },
  setView(calculator, { view }) {
    const known = VIEWS.find((name) => name === view);
    if (known) calculator.setView(known).catch(() => tellHost({ type: 'refused', message: embeddedText(query.language, 'element.failed') }));
  },
};

document.documentElement.dataset.theme = query.theme;
showLanguage(query.language);
element('calculator').append(poster.element);
poster.showProgress();
const started = start();
started.catch((error: unknown) => {
  console.error(error);
  const message = embeddedText(query.language, 'element.failed');
  poster.showFailure(message);
  watchHeight();
  tellHost({ type: 'failed', message });
});
hearHost((message) => {
  if (message.type === 'hello') {
    if (height) tellHost({ type: 'height', height });
  } else if (Object.hasOwn(hear, message.type)) {
    started.then((calculator) => hear[message.type](calculator, message as never), () => undefined);
  }
});
window.sextant = createApi(started, () => query.language);
