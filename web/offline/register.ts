// Makes the page available without a network (service_worker.ts), and offers a new
// version once it is installed.
import { element } from '../dom/dom';
import { HOME } from '../face/page_address';

async function register(workers: ServiceWorkerContainer, save: () => void): Promise<void> {
  const registration = await workers.register(`${HOME}service-worker.js`);
  const notice = element('update');
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
  element('update-later').addEventListener('click', () => {
    notice.hidden = true;
  });
  element('update-now').addEventListener('click', () => {
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
