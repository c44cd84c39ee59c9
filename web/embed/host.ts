// For pages with frames of Sextant: gives every frame the height that its
// content asks for, and passes changes of its scenario on as an event.
//
//   <script async src="https://…/sextant-frame.js"></script>
import { MESSAGE_VERSION } from './messages';

const FRAMES = new URL('embed.html', (document.currentScript as HTMLScriptElement).src).href;
const MAXIMUM_HEIGHT = 20_000; // CSS pixels
// Every pasted frame brings this script with it.
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
  // Those that have said their height before this script came.
  for (const { contentWindow } of frames()) contentWindow?.postMessage({ sextant: MESSAGE_VERSION, type: 'hello' }, '*');
}
