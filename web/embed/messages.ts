// The messages between an iframe and the page around it. Every message contains
// the version; both sides ignore unknown messages.
import type { Json } from '../calculator/api';

export const MESSAGE_VERSION = 1;

/** From the frame to the page around it. */
export type FrameMessage =
  /** The height of the content, in CSS pixels; never before 'ready' or 'failed' is due. */
  | { type: 'height'; height: number }
  /** The calculator is on screen. */
  | { type: 'ready'; link: string }
  /** After every change of the scenario, once it has settled. */
  | { type: 'change'; link: string; scenario: Json; report: Json }
  /** Something was refused: a sentence in the frame's language. */
  | { type: 'refused'; message: string }
  /** The calculator cannot run here: a sentence in the frame's language. */
  | { type: 'failed'; message: string };

/** From the page to the frame. */
export type HostMessage =
  /** Asks for the height. */
  | { type: 'hello' }
  /** A link, an address with one, or the id of a preset. */
  | { type: 'load'; scenario: string }
  | { type: 'setLanguage'; lang: string }
  | { type: 'setTheme'; theme: string }
  | { type: 'setView'; view: string };

/** Tells the page around this frame, if there is one. */
export function tellHost(message: FrameMessage): void {
  if (parent === window) return;
  parent.postMessage({ sextant: MESSAGE_VERSION, ...message }, '*');
  if (message.type !== 'height') return;
  // The height in the form that AMP pages expect, and in that of WordPress, which gives the frame a secret.
  const { height } = message;
  parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
  const [, secret] = /#\?secret=(\w+)$/.exec(location.hash) ?? [];
  if (secret) parent.postMessage({ message: 'height', value: height, secret }, '*');
}

/** Listens only to messages from the page around this frame. */
export function hearHost(hear: (message: HostMessage) => void): void {
  addEventListener('message', ({ source, data }) => {
    if (parent === window || source !== parent || data?.sextant !== MESSAGE_VERSION) return;
    hear(data as HostMessage);
  });
}
