// For pages with Sextant in iframes: gives every iframe the height of its content,
// and turns changes of its scenario into events.
//
// An article must not jump while it is read. So an iframe gets its height at once
// only if what follows it is below the screen before and after; otherwise when the
// reader has scrolled so far, uses the iframe or changes the width of the window.
// Until then its content scrolls inside.
//
//   <script async src="https://…/sextant-frame.js"></script>
import { MESSAGE_VERSION } from './messages';

const FRAMES = new URL('embed.html', (document.currentScript as HTMLScriptElement).src).href;
const MAXIMUM_HEIGHT = 20_000; // CSS pixels
// Every pasted iframe includes this script, so it may run several times.
const ONCE = Symbol.for(`sextant-frame ${FRAMES}`);

const frames = () => [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(FRAMES));

/** The heights that iframes are still to get, in CSS pixels. */
const due = new Map<HTMLIFrameElement, number>();
/** The window's width when an iframe last got a height, or at the beginning. */
const widths = new WeakMap<HTMLIFrameElement, number>();
const firstWidth = innerWidth;

function jumps(frame: HTMLIFrameElement, height: number): boolean {
  if (!frame.clientHeight) return false; // it is hidden
  if (document.activeElement === frame || innerWidth !== (widths.get(frame) ?? firstWidth)) return false;
  const { bottom } = frame.getBoundingClientRect();
  return Math.min(bottom, bottom + height - frame.clientHeight) < innerHeight;
}

function fit(): void {
  for (const [frame, height] of due) {
    if (jumps(frame, height)) continue;
    frame.style.height = `${height}px`;
    widths.set(frame, innerWidth);
    due.delete(frame);
  }
}

function hear({ source, data }: MessageEvent): void {
  if (data?.sextant !== MESSAGE_VERSION) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  if (data.type === 'height' && data.height > 0 && data.height <= MAXIMUM_HEIGHT) {
    due.set(frame, data.height);
    fit();
  }
  if (data.type === 'change') {
    const { link, scenario, report } = data;
    frame.dispatchEvent(new CustomEvent('sextant-change', { bubbles: true, detail: { link, scenario, report } }));
  }
}

if (!(ONCE in window)) {
  Object.defineProperty(window, ONCE, { value: true });
  addEventListener('message', hear);
  // The window loses the focus when an iframe gets it.
  for (const type of ['scroll', 'blur']) addEventListener(type, fit, { capture: true, passive: true });
  // For iframes that reported their height before this script loaded.
  for (const { contentWindow } of frames()) contentWindow?.postMessage({ sextant: MESSAGE_VERSION, type: 'hello' }, '*');
}
