// Real, focusable, invisible controls at the places where the canvas draws them,
// for keyboards, screen readers, voice control and tests. An element exists as
// long as its node, so the focus is never lost.
import type { App, SemanticNode } from './app_module';
import { createNode, type NodeElement } from './mirror_node';
import { beginsNumber, sliderMove } from '../face/slider_keys';

export interface MirrorHandler {
  /** The reader used a control. */
  acted(): void;
  /** The focus moved; the canvas shows it. */
  focused(): void;
  /** A field was opened by a key; the browser types that key into whatever has the focus after this. */
  opened(): void;
}

export class Mirror {
  readonly element = document.createElement('div');
  #app: App;
  #handler: MirrorHandler;
  #prefix: string;
  #stuck = document.createElement('div');
  #nodes = new Map<string, NodeElement>();
  #sections = new Map<string, HTMLElement>();
  #last: HTMLElement | undefined;
  #revision = -1;
  // The focus is moving because of a pointer press.
  #pointed = false;
  // A field was left with Tab: the one that gets the focus from there opens.
  #openedByEnter = false;
  #opensNext: HTMLElement | undefined;

  /** `prefix` makes element ids unique among instances. */
  constructor(app: App, prefix: string, handler: MirrorHandler) {
    this.#app = app;
    this.#prefix = prefix;
    this.#handler = handler;
    this.element.className = 'mirror';
    this.#stuck.className = 'mirror-stuck';
    this.element.append(this.#stuck);
    // The listeners are removed with the element.
    this.element.addEventListener('keydown', (event) => this.#key(event));
    this.element.addEventListener('input', (event) => this.#input(event.target as HTMLInputElement | HTMLSelectElement));
    this.element.addEventListener('click', (event) => this.#click(event));
    this.element.addEventListener('focusin', (event) => {
      this.#focus(event.target as HTMLElement);
      this.#openIfNext(event);
    });
    this.element.addEventListener('focusout', () => this.#focus(undefined));
  }

  /** Updates the elements; does nothing when nothing has changed. */
  update(): void {
    const revision = this.#app.semanticsRevision();
    if (revision === this.#revision) return;
    this.#revision = revision;
    const nodes = JSON.parse(this.#app.semantics()) as SemanticNode[];
    this.#removeOthers(new Set(nodes.map(({ id }) => id)));
    const focused = this.#focusedElement();
    this.#place(nodes);
    if (focused && focused !== this.#focusedElement()) focused.focus({ preventScroll: true });
  }

  /** The node with this id, if there is one. */
  node(id: string): SemanticNode | undefined {
    return this.#nodes.get(id)?.node;
  }

  /** Focuses the control at a point of the view, or none. */
  focusAt(x: number, y: number, viewTop: number): void {
    this.#openedByEnter = false;
    let found: HTMLElement | undefined;
    let least = Infinity;
    for (const { node, control } of this.#nodes.values()) {
      const [left, top, width, height] = node.rect;
      const contentY = node.sticky ? y : y + viewTop;
      const inside = x >= left && x < left + width && contentY >= top && contentY < top + height;
      // Controls that a narrow view does not show have the place of the shown ones.
      if (!control || !inside || width * height >= least) continue;
      found = control;
      least = width * height;
    }
    this.#pointed = true;
    if (found) found.focus({ preventScroll: true });
    else this.#focusedElement()?.blur();
    this.#pointed = false;
  }

  /**
   * Returns the focus to the control that had it last. With `opensNext`, the field opens that Tab goes to from there,
   * or the same field of the next cell. The Enter that has opened a field only closes it again.
   */
  refocus(opensNext?: 'field' | 'cell'): void {
    const byEnter = this.#openedByEnter;
    this.#openedByEnter = false;
    this.#last?.focus({ preventScroll: true });
    this.#opensNext = opensNext === 'field' ? this.#last : undefined;
    const [cell, field] = this.#last?.dataset.id?.split('/') ?? [];
    if (opensNext !== 'cell' || byEnter || !cell?.includes('.')) return;
    const same = [...this.element.querySelectorAll<HTMLElement>(`[data-editable][data-id$="/${field}"]`)];
    const next = same[same.indexOf(this.#last!) + 1];
    if (!next) return;
    next.focus({ preventScroll: true });
    this.#app.activate(next.dataset.id!);
    this.#handler.opened();
  }

  #place(nodes: SemanticNode[]): void {
    const labels = new Map(nodes.map(({ id, label }) => [id, label]));
    const seen = new Set<string>();
    const ends = new Map<HTMLElement, Element | null>([[this.element, this.#stuck]]);
    const put = (parent: HTMLElement, child: HTMLElement) => {
      const before = ends.get(parent) ?? null;
      const next = before ? before.nextElementSibling : parent.firstElementChild;
      if (next !== child) parent.insertBefore(child, next);
      ends.set(parent, child);
    };
    let section: HTMLElement | undefined;
    let group = '';
    for (const node of nodes) {
      let entry = this.#nodes.get(node.id);
      if (entry && entry.node.role !== node.role) {
        entry.element.remove();
        entry = undefined;
      }
      if (!entry) {
        entry = createNode(node, `${this.#prefix}${node.id}`);
        this.#nodes.set(node.id, entry);
      }
      // In its place first: a list of currencies needs the language around it.
      if (node.sticky) {
        put(this.#stuck, entry.element);
        entry.update(node);
        continue;
      }
      if (node.group !== group || (node.group && !section)) {
        group = node.group;
        section = group ? this.#section(group, labels.get(group) ?? node.label, seen) : undefined;
        if (section) put(this.element, section);
      }
      put(section ?? this.element, entry.element);
      entry.update(node);
    }
    for (const [key, element] of this.#sections) {
      if (seen.has(key)) continue;
      element.remove();
      this.#sections.delete(key);
    }
  }

  // A group that appears again later in the order gets a second section.
  #section(group: string, label: string, seen: Set<string>): HTMLElement {
    let key = group;
    while (seen.has(key)) key += "'";
    seen.add(key);
    let section = this.#sections.get(key);
    if (!section) {
      section = document.createElement('section');
      this.#sections.set(key, section);
    }
    section.setAttribute('aria-label', label);
    section.dataset.group = group;
    return section;
  }

  #removeOthers(ids: Set<string>): void {
    for (const [id, { element }] of this.#nodes) {
      if (ids.has(id)) continue;
      element.remove();
      this.#nodes.delete(id);
    }
  }

  #focusedElement(): HTMLElement | null {
    const { activeElement } = this.element.getRootNode() as Document | ShadowRoot;
    return this.element.contains(activeElement) ? activeElement as HTMLElement : null;
  }

  #key(event: KeyboardEvent): void {
    const control = event.target as HTMLElement;
    const id = control.dataset.id;
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return;
    const editable = control.dataset.editable !== undefined;
    if (editable && beginsNumber(event)) {
      this.#app.activate(id);
      this.#handler.opened();
      return;
    }
    const move = control.getAttribute('type') === 'range' ? sliderMove(event) : undefined;
    this.#openedByEnter = event.key === 'Enter' && editable;
    if (this.#openedByEnter) this.#app.activate(id);
    else if (!move) return;
    else if ('steps' in move) this.#app.step(id, move.steps);
    else this.#app.setPosition(id, move.position);
    event.preventDefault();
    this.#handler.acted();
  }

  #input(control: HTMLInputElement | HTMLSelectElement): void {
    const id = control.dataset.id;
    if (!id) return;
    if (control instanceof HTMLSelectElement) this.#app.setCurrency(control.value);
    else if (control.type === 'range') this.#app.setValue(id, control.valueAsNumber);
    else this.#app.activate(id);
    this.#handler.acted();
  }

  #click(event: MouseEvent): void {
    const control = (event.target as Element).closest<HTMLElement>('button[data-id]');
    if (!control) return;
    this.#app.activate(control.dataset.id!);
    this.#handler.acted();
  }

  // Only keyboard users see the ring. (A focus set by a script is often
  // :focus-visible, even if a pointer caused it.)
  #focus(control: HTMLElement | undefined): void {
    this.#last = control ?? this.#last;
    const ringed = !this.#pointed && control?.matches(':focus-visible');
    this.#app.focus(ringed ? control!.dataset.id ?? '' : '');
    this.#handler.focused();
  }

  #openIfNext({ target, relatedTarget }: FocusEvent): void {
    const left = this.#opensNext;
    this.#opensNext = undefined;
    const { id, editable } = (target as HTMLElement).dataset;
    if (!left || relatedTarget !== left || !id || editable === undefined) return;
    this.#app.activate(id);
    this.#handler.opened();
  }
}
