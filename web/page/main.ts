// The page: creates a calculator and connects it with the header, the address and
// window.sextant.
import { Address } from './address';
import { announceChange, createApi } from '../calculator/api';
import { Calculator } from '../calculator/calculator';
import { element, isTextField } from '../dom/dom';
import { documentTitle, Header } from './header';
import { Notice } from '../face/notice';
import { HOME } from '../face/page_address';
import { parametersIn, readQuery, withParameter, type View } from '../face/query';
import type { Language } from '../dom/language';
import { text, translate } from '../dom/texts';

// Some mail gateways escape the "#" of a link, which makes it part of the last parameter.
const [, search, escaped] = /^(.*?)%(?:25)*23(\d+(?:~|%).*)/.exec(location.search) ?? [];
if (escaped) history.replaceState(null, '', `${location.pathname}${search}#${escaped}`);

// In a preset's folder, the page starts with that preset, in the folder's language.
// In a folder of the story, with that step.
const { preset = '', lang, story } = document.documentElement.dataset;
const query = readQuery(location.search, lang ? [lang] : navigator.languages);
const given = parametersIn(location.search);
if (story && !given.has('view') && !given.has('story')) Object.assign(query, { view: 'story', step: Number(story) });

function setParameter(name: string, value: string): void {
  history.replaceState(history.state, '', location.pathname + withParameter(location.search, name, value) + location.hash);
}

function showStep(step: number): void {
  query.step = step;
  setParameter('story', String(step));
}

/** Makes the page that of the whole calculator, or of the story. */
function showView(view: 'all' | 'story'): View {
  document.documentElement.dataset.view = query.view = view;
  setParameter('view', view === 'all' && story ? view : '');
  setParameter('story', view === 'story' ? String(query.step) : '');
  return view;
}

function showLanguage(language: Language): void {
  document.documentElement.lang = language;
  translate(document, language);
  document.title = documentTitle(language);
  const other = element('language');
  other.textContent = language === 'en' ? '中文' : 'EN';
  other.lang = language === 'en' ? 'zh-TW' : 'en';
  element<HTMLAnchorElement>('learn').href = `${HOME}learn/${language === 'en' ? '' : `${language}/`}`;
}

async function start(): Promise<Calculator> {
  const progress = element<HTMLProgressElement>('progress');
  const calculator = await Calculator.open({
    parent: element('calculator'),
    language: query.language,
    theme: query.theme,
    view: query.view,
    step: query.step,
    onstep: showStep,
    onend() {
      void calculator.setView(showView('all'));
      element('presets').focus(); // the button goes
    },
    mode: query.mode,
    currency: query.currency,
    controls: [document.body],
    progress(bytes) {
      progress.value = bytes / APP_BYTES;
    },
  });
  const address = connect(calculator);
  await calculator.shown;
  element('poster').remove();
  // Without it, only a later visit without a network is worse.
  import('../offline/register').then(({ keepOffline }) => keepOffline(() => address.flush()), () => undefined);
  return calculator;
}

function connect(calculator: Calculator): Address {
  const { appearance } = calculator;
  let own = calculator.update((session) => session.link());
  // The story's scenarios are not the reader's.
  const link = () => query.view === 'story' ? own : own = calculator.session.link();
  const header = new Header(calculator, query.language);
  const notice = new Notice(() => address.forget());
  const open = async (name: 'openShareDialog' | 'openEmbedDialog' | 'openHelpSheet' | 'openLinkDialog') => {
    if (document.querySelector('dialog')) return;
    try {
      const dialogs = await import('./dialogs');
      // It may have been pressed twice while the script was loading.
      if (!document.querySelector('dialog')) await dialogs[name](calculator.session, query, { calculator, header, notice, address });
    } catch {
      notice.tell(text(query.language, 'notice.dialog'));
    }
  };
  for (const [id, name] of [['share', 'openShareDialog'], ['embed', 'openEmbedDialog'], ['help', 'openHelpSheet']] as const) {
    element(id).addEventListener('click', () => open(name));
  }
  addEventListener('keydown', (event) => {
    if (event.key === '?' && !event.ctrlKey && !event.metaKey && !isTextField(event)) open('openHelpSheet');
  });
  if (preset) calculator.load(preset);
  const initial = calculator.update((session) => session.link());
  const address = new Address({
    link,
    load(text) {
      const refusal = calculator.update((session) => session.loadLink(text));
      own = calculator.update((session) => session.link());
      if (!refusal) header.forgetStory();
      return refusal;
    },
    loadDefault() {
      calculator.update((session) => session.loadLink(initial));
      own = initial;
    },
    dragging: () => calculator.dragging,
    refused: (sentence) => notice.show(sentence),
    readTo(whole, rest) {
      void import('./dialogs').then(({ readTo }) => {
        // No other address has come meanwhile.
        if (location.hash === `#${whole}`) readTo(notice, query.language, whole, rest);
      }, () => undefined);
    },
  });

  // From now on the header knows.
  delete document.documentElement.dataset.linked;
  // Undo ends at the scenario of the initial link.
  calculator.update((session) => session.forgetHistory());

  const showTheme = () => {
    document.documentElement.dataset.theme = appearance.theme;
    element('theme').setAttribute('aria-checked', String(appearance.dark));
  };
  showTheme();
  header.update();
  calculator.onchange = () => {
    header.update();
    address.changed();
    announceChange(calculator);
  };
  element('language').addEventListener('click', async () => {
    const language = query.language === 'en' ? 'zh-TW' : 'en';
    try {
      await calculator.setLanguage(language);
    } catch {
      notice.tell(text(query.language, 'notice.language'));
      return;
    }
    query.language = language;
    setParameter('lang', language);
    showLanguage(language);
    header.setLanguage(language);
  });
  calculator.onappearance = showTheme;
  element('theme').addEventListener('click', () => {
    appearance.toggle();
    setParameter('theme', appearance.choice === 'auto' ? '' : appearance.choice);
  });
  void calculator.shown.then(() => import('./ways')).then(({ connectWays }) =>
    connectWays(calculator, { query, open: () => void open('openLinkDialog'), showView, setParameter, notice, header }), () => undefined);
  return address;
}

document.documentElement.dataset.view = query.view;
document.documentElement.dataset.theme = query.theme;
showLanguage(query.language);
const started = start();
started.catch((error: unknown) => {
  console.error(error);
  element('progress').hidden = true;
  element('failure').hidden = false;
});
window.sextant = createApi(started, () => query.language);
