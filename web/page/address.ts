// Keeps the page's address and the scenario in step.
//
// A change is written once it has settled, at most every 300 ms and never during
// a drag, because WebKit refuses more than 100 writes in 10 s. A change after a
// pause adds a history entry; changes in quick succession share one, so that Back
// undoes them together. A link that cannot be read stays in the address until
// the scenario changes, and so does a hash that is none.
import { linkIn } from '../face/page_address';

const WRITE_MILLISECONDS = 300;
const RETRY_MILLISECONDS = 10_000;
// Changes closer together than this share one history entry.
const PAUSE_MILLISECONDS = 2000;

export interface AddressHandler {
  link(): string;
  /** '' or a sentence why the link was refused. */
  load(link: string): string;
  loadDefault(): void;
  dragging(): boolean;
  /** A sentence why the address cannot be read, or '' if it can. */
  refused(sentence: string): void;
  /** The address had `rest` behind the link. */
  readTo(link: string, rest: string): void;
}

export class Address {
  #handler: AddressHandler;
  #timer = 0;
  // The link in the address, and how the browser writes it.
  #link: string;
  #hash = '';
  #refused = false;
  #written = -Infinity;

  constructor(handler: AddressHandler) {
    this.#handler = handler;
    this.#link = handler.link();
    for (const type of ['hashchange', 'popstate']) addEventListener(type, () => this.#follow());
    this.#follow();
  }

  /** Call after the scenario has changed. */
  changed(): void {
    this.#writeIn(WRITE_MILLISECONDS);
  }

  /** Writes a pending change immediately. */
  flush(): void {
    this.#write();
  }

  /** Removes a link that cannot be read. */
  forget(): void {
    this.#handler.loadDefault();
    history.replaceState(null, '', location.pathname + location.search);
    this.#accept();
  }

  /** What stands behind the link in `text`, unless that is a mark or what others add to addresses; '' if nothing does. */
  restBehind(text: string): string {
    const checksum = this.#link.slice(-6);
    const at = text.lastIndexOf(checksum);
    const rest = at < 0 ? '' : text.slice(at + checksum.length);
    return /^[^?&#]*[\p{L}\p{N}]/u.test(rest) ? rest : '';
  }

  #follow(): void {
    if (location.hash === this.#hash) return;
    this.#hash = location.hash;
    const link = linkIn(location.hash);
    if (!link && location.hash) return;
    if (!link) this.#handler.loadDefault();
    const sentence = link && this.#handler.load(link);
    if (sentence) {
      this.#refused = true;
      this.#link = this.#handler.link();
      this.#handler.refused(sentence);
      return;
    }
    this.#accept();
    if (!link || location.hash === `#${this.#link}`) return;
    history.replaceState(history.state, '', `#${this.#link}`);
    this.#hash = location.hash;
    const rest = this.restBehind(link);
    if (rest) this.#handler.readTo(this.#link, rest);
  }

  // The scenario already equals the address.
  #accept(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#link = this.#handler.link();
    this.#hash = location.hash;
    this.#written = -Infinity;
    this.#refused = false;
    this.#handler.refused('');
  }

  #writeIn(milliseconds: number): void {
    this.#timer ||= window.setTimeout(() => {
      this.#timer = 0;
      this.#write();
    }, milliseconds);
  }

  #write(): void {
    if (this.#handler.dragging()) return this.#writeIn(WRITE_MILLISECONDS);
    const link = this.#handler.link();
    if (link === this.#link) return;
    const now = performance.now();
    const paused = now - this.#written > PAUSE_MILLISECONDS && !this.#refused;
    try {
      history[paused ? 'pushState' : 'replaceState'](null, '', `#${link}`);
    } catch {
      return this.#writeIn(RETRY_MILLISECONDS);
    }
    this.#link = link;
    this.#hash = location.hash;
    this.#written = now;
    this.#refused = false;
    this.#handler.refused('');
  }
}
