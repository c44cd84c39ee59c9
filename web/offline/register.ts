// Makes the page available without a network (service_worker.ts), and offers a new
// version once it is installed.
import { make } from '../dom/dom';
import type { Language } from '../dom/language';
import { HOME } from '../face/page_address';
import { occasionalText } from './occasional_texts';

/** What offers the new version: hidden, and in the page's language from now on. */
function makeNotice() {
  const ready = make('span');
  const now = make('button', { id: 'update-now', type: 'button', class: 'primary' });
  const later = make('button', { id: 'update-later', type: 'button' });
  const notice = make('div', { id: 'update', role: 'status', hidden: '' }, ready, now, later);
  const translate = () => {
    const language = document.documentElement.lang as Language;
    ready.textContent = occasionalText(language, 'update.ready');
    now.textContent = occasionalText(language, 'update.reload');
    later.textContent = occasionalText(language, 'update.later');
  };
  translate();
  new MutationObserver(translate).observe(document.documentElement, { attributeFilter: ['lang'] });
  document.body.append(notice);
  return { notice, now, later };
}

async function register(workers: ServiceWorkerContainer, save: () => void): Promise<void> {
  const registration = await workers.register(`${HOME}service-worker.js`);
  const { notice, now, later } = makeNotice();
  const offer = () => {
    // The first installed version is not an update.
    if (registration.waiting && workers.controller) notice.hidden = false;
  };
  const reload = () => {
    save();
    location.reload();
  };
  offer();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
  later.addEventListener('click', () => {
    notice.hidden = true;
  });
  now.addEventListener('click', () => {
    const { waiting } = registration;
    if (!waiting) return reload(); // another window has accepted it
    workers.addEventListener('controllerchange', reload);
    waiting.postMessage('activate');
  });
}

/** For the page's own window, not for frames. `save` is called before the page reloads. */
export function keepOffline(save: () => void): void {
  if (window !== top || origin === 'null' || !navigator.serviceWorker) return;
  // Without the worker, the page only needs a network; nothing else changes.
  const run = () => void register(navigator.serviceWorker, save).catch(() => undefined);
  // A busy device may have no idle moment.
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 3000 });
  else setTimeout(run);
}
