// Says that a page opened from a disk cannot start, where the bar of its progress would stand still for ever: browsers
// load modules only from servers. In both languages, because nothing else of the page runs.
import { occasional as en } from '../../src/locales/en.json';
import { occasional as zhTW } from '../../src/locales/zh-TW.json';

document.addEventListener('DOMContentLoaded', tell);
if (document.readyState !== 'loading') tell();

function tell(): void {
  const failure = document.getElementById('failure')!;
  failure.replaceChildren(...Object.entries({ en, 'zh-TW': zhTW }).map(([lang, texts]) =>
    Object.assign(document.createElement('p'), { lang, textContent: texts['disk'] })));
  failure.hidden = false;
  document.getElementById('progress')!.hidden = true;
}
