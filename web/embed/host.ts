// For pages with Sextant in iframes: gives every iframe the height of its content,
// and turns changes of its scenario into events.
//
//   <script async src="https://…/sextant-frame.js"></script>
import { MESSAGE_VERSION } from './messages';

const FRAMES = new URL('embed.html', (document.currentScript as HTMLScriptElement).src).href;
const MAXIMUM_HEIGHT = 20_000; // CSS pixels
// Every pasted iframe includes this script, so it may run several times.
const ONCE = Symbol.for(`sextant-frame ${FRAMES}`);

const frames = () => [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(FRAMES));

function hear({ source, data }: MessageEvent): void {
  if (data?.sextant !== MESSAGE_VERSION) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  if (data.type === 'height' && data.height > 0 && data.height <= MAXIMUM_HEIGHT) frame.style.height = `${data.height}px`;
  if (data.type === 'change') {
    const { link, scenario, report } = data;
    frame.dispatchEvent(new CustomEvent('sextant-change', { bubbles: true, detail: { link, scenario, report } }));
  }
}

if (!(ONCE in window)) {
  Object.defineProperty(window, ONCE, { value: true });
  addEventListener('message', hear);
  // For iframes that reported their height before this script loaded.
  for (const { contentWindow } of frames()) contentWindow?.postMessage({ sextant: MESSAGE_VERSION, type: 'hello' }, '*');
}
