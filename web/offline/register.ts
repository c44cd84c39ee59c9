// Keeps the page for when there is no network (service_worker.ts), and offers a
// new version once it has arrived.
import { element } from '../page/elements';
import { HOME } from '../calculator/page_address';

async function register(workers: ServiceWorkerContainer, save: () => void): Promise<void> {
  const registration = await workers.register(`${HOME}service-worker.js`);
  const notice = element('update');
  const offer = () => {
    // The first version of all is not news.
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
    if (!waiting) return reload(); // another window has asked for it
    workers.addEventListener('controllerchange', reload);
    waiting.postMessage('activate');
  });
}

/** For the window of the page itself, not for frames. `save` is called before the page loads itself again. */
export function keepOffline(save: () => void): void {
  if (window !== top || origin === 'null' || !navigator.serviceWorker) return;
  (window.requestIdleCallback ?? setTimeout)(() => {
    // Without it, the page needs a network; nothing else is different.
    register(navigator.serviceWorker, save).catch(() => undefined);
  });
}
