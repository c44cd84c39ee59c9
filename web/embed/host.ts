// For pages with frames of Sextant: gives every frame the height that its
// content asks for, and passes changes of its scenario on as an event.
//
//   <script async src="https://…/sextant-frame.js"></script>
import { MESSAGE_VERSION } from './messages';

const FRAMES = new URL('embed.html', (document.currentScript as HTMLScriptElement).src).href;
const MAXIMUM_HEIGHT = 20_000; // CSS pixels

addEventListener('message', ({ source, data }) => {
  if (data?.sextant !== MESSAGE_VERSION) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow !== source || !frame.src.startsWith(FRAMES)) continue;
    if (data.type === 'height' && data.height > 0 && data.height <= MAXIMUM_HEIGHT) frame.style.height = `${data.height}px`;
    if (data.type === 'change') {
      const { link, scenario, report } = data;
      frame.dispatchEvent(new CustomEvent('sextant-change', { bubbles: true, detail: { link, scenario, report } }));
    }
  }
});
