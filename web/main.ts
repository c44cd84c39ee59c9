// The page: loads the application, puts a calculator into it and connects it
// with the header, the address and the outside.
import './styles.css';
import { Address } from './address';
import { announceChange, createApi } from './api';
import { loadApp } from './app_loader';
import { Appearance } from './appearance';
import { Calculator } from './calculator';
import { element } from './elements';
import { Header } from './header';
import { Notice } from './notice';
import { readQuery, withParameter } from './query';
import { ShareDialog } from './share_dialog';
import { text, translate, type Language } from './texts';

const query = readQuery(location.search, navigator.languages);

function setParameter(name: string, value: string): void {
  history.replaceState(history.state, '', location.pathname + withParameter(location.search, name, value) + location.hash);
}

function showLanguage(language: Language): void {
  document.documentElement.lang = language;
  translate(document, language);
  document.title = text(language, 'document.title');
  const other = element('language');
  other.textContent = language === 'en' ? '中文' : 'EN';
  other.lang = language === 'en' ? 'zh-TW' : 'en';
}

async function start(): Promise<Calculator> {
  const progress = element<HTMLProgressElement>('progress');
  const module = await loadApp((bytes) => {
    progress.value = bytes;
  });
  const calculator = new Calculator(module, {
    parent: element('calculator'),
    language: query.language,
    theme: appearance.theme,
    view: query.view,
    controls: element('controls'),
  });
  const { currency } = query;
  if (currency) calculator.update((app) => app.setCurrency(currency));
  connect(calculator);
  await calculator.shown;
  element('poster').remove();
  return calculator;
}

function connect(calculator: Calculator): void {
  const { app } = calculator;
  const header = new Header(calculator, query.language);
  const notice = new Notice(() => address.forget());
  new ShareDialog(() => ({
    link: app.link(),
    title: app.title(),
    language: query.language,
    view: query.view,
    theme: appearance.choice,
    height: calculator.element.getBoundingClientRect().bottom + scrollY,
  }));
  const initial = app.link();
  const address = new Address({
    link: () => app.link(),
    load: (link) => calculator.update(() => app.loadLink(link)),
    loadDefault: () => calculator.update(() => app.loadLink(initial)),
    dragging: () => calculator.dragging,
    refused: (sentence) => notice.show(sentence),
  });

  // A link or a currency that the reader came with is where undo ends.
  app.forgetHistory();

  const describe = () => calculator.describe(text(query.language, 'calculator.label'), text(query.language, 'calculator.help'));
  describe();
  header.update();
  appearance.onchange = (theme) => calculator.setTheme(theme);
  calculator.onchange = () => {
    header.update();
    address.changed();
    announceChange(window.sextant, app.link());
  };
  element('language').addEventListener('click', () => {
    query.language = query.language === 'en' ? 'zh-TW' : 'en';
    setParameter('lang', query.language);
    showLanguage(query.language);
    calculator.setLanguage(query.language);
    header.setLanguage(query.language);
    describe();
  });
  element('theme').addEventListener('click', () => setParameter('theme', appearance.toggle()));
}

document.documentElement.dataset.view = query.view;
showLanguage(query.language);
const appearance = new Appearance(query.theme);
const started = start();
started.catch((error: unknown) => {
  console.error(error);
  element('progress').hidden = true;
  element('failure').hidden = false;
});
window.sextant = createApi(started, () => query.language);
