// Says in one line what a label means, beside it: when a mouse rests on it, when a key moves the focus to its control,
// and when a finger taps it. The same for both faces.
import { adoptStyle } from '../dom/adopt_style';
import { make } from '../dom/dom';
import type { Language } from '../dom/language';
import { loadDefinitions, type Definition } from './definitions';
import css from './explainer.css?text';
import { labelAt, labelOf, type Label } from './labels';

// In milliseconds: before it appears under a mouse, and before it goes, so that the mouse can move onto it.
const REST = 500;
const GRACE = 250;
// In CSS pixels.
const GAP = 4;
const MARGIN = 8;

const isIn = (box: DOMRect, { clientX, clientY }: MouseEvent): boolean =>
  clientX >= box.left && clientX < box.right && clientY >= box.top && clientY < box.bottom;

let instances = 0;

class Explainer {
  #root: HTMLElement;
  #element = make('div', { class: 'explanation', role: 'tooltip', id: `sextant-explanation-${++instances}` });
  #name = make('b');
  #text = make('span');
  #shown: Label | undefined;
  /** Only what a mouse rests on goes when the mouse leaves. */
  #hovered = false;
  /** Discarded while the mouse rested on it: it stays away until the mouse has left. */
  #dismissed: DOMRect | undefined;
  #timer = 0;
  #turn = 0;
  #pointed = false;
  #typing = false;
  #touched = false;

  constructor(root: HTMLElement, signal: AbortSignal) {
    this.#root = root;
    this.#element.append(this.#name, this.#text);
    adoptStyle(root.getRootNode() as Document | ShadowRoot, css);
    const on = <Type extends keyof DocumentEventMap>(target: HTMLElement | Document, type: Type, listener: (event: DocumentEventMap[Type]) => void) =>
      target.addEventListener(type, listener as EventListener, { signal, capture: true, passive: true });
    on(root, 'pointermove', (event) => this.#moved(event, event.target as Element));
    on(root, 'pointerleave', (event) => event.target === root && this.#left());
    on(root, 'focusin', (event) => this.#focused(event.target as Element));
    on(root, 'focusout', () => this.hide());
    on(root, 'input', () => this.hide());
    on(document, 'pointerdown', (event) => this.#pressed(event));
    on(document, 'keydown', (event) => this.#key(event));
    on(document, 'keyup', () => {
      this.#typing = false;
    });
    on(document, 'scroll', () => this.#hovered && this.hide());
    root.addEventListener('click', (event) => this.#clicked(event, event.target as Element), { signal });
    signal.addEventListener('abort', () => this.hide());
  }

  /** What happened before this was loaded. */
  begin(event: Event, target: Element): void {
    if (event instanceof FocusEvent) {
      const isFocused = (this.#root.getRootNode() as Document | ShadowRoot).activeElement === target;
      if (isFocused && target.matches(':focus-visible')) this.#focused(target);
    } else if (event.type === 'click') this.#clicked(event as MouseEvent, target);
    else if (event.type === 'pointermove') this.#moved(event as PointerEvent, target);
  }

  hide(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#element.remove();
    const { control } = this.#shown ?? {};
    if (control?.getAttribute('aria-describedby') === this.#element.id) control.removeAttribute('aria-describedby');
    this.#shown = undefined;
    this.#hovered = false;
  }

  #moved(event: PointerEvent, target: Element): void {
    if (event.pointerType === 'touch' || event.buttons) return;
    if (this.#dismissed && isIn(this.#dismissed, event)) return;
    this.#dismissed = undefined;
    const stays = this.#hovered && (isIn(this.#shown!.box, event) || isIn(this.#element.getBoundingClientRect(), event));
    if (this.#hovered && !stays) {
      this.#timer ||= window.setTimeout(() => this.hide(), GRACE);
      return;
    }
    clearTimeout(this.#timer);
    // What the focus explains stays.
    this.#timer = stays || this.#shown ? 0 : window.setTimeout(() => this.#rest(event, target), REST);
  }

  #left(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#hovered ? window.setTimeout(() => this.hide(), GRACE) : 0;
    this.#dismissed = undefined;
  }

  #rest(event: PointerEvent, target: Element): void {
    this.#timer = 0;
    const canvas = this.#root.querySelector('canvas');
    // Elsewhere the mouse can press or drag something.
    const label = canvas && !/^(default)?$/.test(canvas.style.cursor) ? undefined : labelAt(this.#root, target, event);
    if (label) void this.#show(label, true);
  }

  #pressed({ pointerType }: PointerEvent): void {
    this.#touched = pointerType === 'touch';
    this.#pointed = true;
    this.hide();
  }

  // Not a press on what a finger can drag, nor one that opens a number.
  #clicked(event: MouseEvent, target: Element): void {
    if (!this.#touched && (event as PointerEvent).pointerType !== 'touch') return;
    const canvas = this.#root.querySelector('canvas');
    if (canvas?.dataset.drag || this.#root.querySelector('.editor:not([hidden])')) return;
    const label = labelAt(this.#root, target, event);
    if (!label || label.control.matches('.mirror input[type=radio]')) return;
    // Otherwise the label would open the phone's keyboard.
    event.preventDefault();
    void this.#show(label);
  }

  #focused(control: Element): void {
    this.hide();
    const label = this.#pointed || this.#typing ? undefined : labelOf(control);
    if (label) void this.#show(label);
  }

  #key({ key }: KeyboardEvent): void {
    if (key === 'Escape' && this.#hovered) this.#dismissed = this.#shown?.box;
    if (key === 'Shift') return;
    this.#pointed = false;
    this.#typing = key !== 'Tab';
    this.hide();
  }

  async #show(label: Label, hovered = false): Promise<void> {
    this.hide();
    const turn = this.#turn;
    const texts = await loadDefinitions(this.#root.lang as Language).catch(() => undefined);
    const text = texts?.[label.definition as Definition];
    if (!text || turn !== this.#turn || this.#isTyping()) return;
    this.#shown = label;
    this.#hovered = hovered;
    this.#name.textContent = label.name;
    this.#text.textContent = [text, label.reason].filter(Boolean).join(' ');
    this.#root.append(this.#element);
    label.control.setAttribute('aria-describedby', this.#element.id);
    this.#place(hovered ? label.box : label.control.closest('.mirror') ? label.control.getBoundingClientRect() : label.box);
  }

  #isTyping(): boolean {
    return !!this.#root.querySelector('[aria-invalid=true], .editor:not([hidden])');
  }

  /** Under its label, or above it where there is no room; within the window and the calculator. */
  #place(box: DOMRect): void {
    const { style } = this.#element;
    const around = this.#root.getBoundingClientRect();
    const scale = around.width / this.#root.offsetWidth || 1;
    const { width, height } = this.#element.getBoundingClientRect();
    const left = Math.max(around.left, 0) + MARGIN;
    const right = Math.min(around.right, document.documentElement.clientWidth) - MARGIN;
    const x = Math.max(left, Math.min(box.left, right - width));
    const above = box.top - GAP - height;
    const y = box.bottom + GAP + height > innerHeight && above >= 0 ? above : box.bottom + GAP;
    style.left = `${(x - around.left) / scale}px`;
    style.top = `${(y - around.top) / scale}px`;
  }
}

/** From now on, the labels in `root` explain themselves; `event`: the last that has made it necessary, and its target within `root`. */
export function explain(root: HTMLElement, signal: AbortSignal, event: Event, target: EventTarget | null): void {
  if (!signal.aborted) new Explainer(root, signal).begin(event, target as Element);
}
