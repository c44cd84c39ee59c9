// One semantic node as an HTML element.
import type { SemanticNode } from './app_module';
import { make, setAttribute, setText } from '../dom/dom';
import { currencyOptions } from '../face/currencies';

export interface NodeElement {
  node: SemanticNode;
  /** The element at the node's rectangle. */
  element: HTMLElement;
  /** The focusable element, if any. */
  control?: HTMLElement;
  update(node: SemanticNode): void;
}

type Parts = Pick<NodeElement, 'element' | 'control'> & { show(node: SemanticNode): void };

function slider(): Parts {
  const input = make('input', { type: 'range', step: 'any' });
  const element = make('div', {}, input);
  return {
    element,
    control: input,
    show(node) {
      setAttribute(input, 'aria-label', node.label);
      setAttribute(input, 'aria-valuetext', node.valueText);
      setAttribute(input, 'min', String(node.minimum));
      setAttribute(input, 'max', String(node.maximum));
      if (input.value !== String(node.value)) input.value = String(node.value);
      input.disabled = !!node.disabled;
      setAttribute(element, 'data-print', `${node.label}: ${node.valueText}`);
    },
  };
}

function button(): Parts {
  const element = make('button', { type: 'button' });
  return {
    element,
    control: element,
    show(node) {
      setText(element, [node.label, node.valueText].filter(Boolean).join(': '));
      if (node.checked !== undefined) setAttribute(element, 'aria-pressed', String(node.checked));
      element.disabled = !!node.disabled;
    },
  };
}

function radio(id: string): Parts {
  const input = make('input', { type: 'radio' });
  return {
    element: input,
    control: input,
    show(node) {
      // One choice per group, also with several calculators on a page.
      input.name = id.slice(0, id.lastIndexOf('/'));
      setAttribute(input, 'aria-label', node.label);
      input.checked = !!node.checked;
      input.disabled = !!node.disabled;
    },
  };
}

// A native list, which opens under the pointer, too: it lies over what the canvas draws.
function choice(): Parts {
  const select = make('select');
  let shown = '';
  return {
    element: select,
    control: select,
    show({ label, valueText }) {
      const language = select.closest<HTMLElement>('[lang]')!.lang;
      const wanted = [language, label, valueText].join();
      if (wanted !== shown) {
        shown = wanted;
        select.replaceChildren(currencyOptions(language, valueText, label));
      }
      setAttribute(select, 'aria-label', label);
      if (select.value !== valueText) select.value = valueText;
    },
  };
}

// A value with its name. It is not announced at every change; the calculator's
// live region does that.
function output(id: string): Parts {
  const label = make('span', { id });
  const value = make('output', { 'aria-labelledby': id, 'aria-live': 'off' });
  const element = make('div', {}, label, value);
  return {
    element,
    show(node) {
      setText(label, node.label);
      setText(value, node.valueText);
      setAttribute(element, 'data-reason', node.undefined ? node.valueText : undefined);
    },
  };
}

// A name that is drawn away from its result, which is an output elsewhere.
function label(): Parts {
  const element = make('div', { 'aria-hidden': 'true' });
  return {
    element,
    show(node) {
      setText(element, node.label);
      setAttribute(element, 'data-reason', node.valueText || undefined);
    },
  };
}

function heading(): Parts {
  const element = make('h2');
  return { element, show: (node) => setText(element, node.label) };
}

function image(): Parts {
  const element = make('div', { role: 'img' });
  return {
    element,
    show: (node) => setAttribute(element, 'aria-label', [node.label, node.valueText].filter(Boolean).join(': ')),
  };
}

// An editable heading is a button that opens the editor.
function editableHeading(): Parts {
  const parts = button();
  return { ...parts, element: make('h2', {}, parts.element) };
}

function partsFor(node: SemanticNode, id: string): Parts {
  switch (node.role) {
    case 'slider': return slider();
    case 'button': return button();
    case 'choice': return choice();
    case 'radio': return radio(id);
    case 'output': return output(id);
    case 'image': return image();
    case 'label': return label();
    case 'heading': return node.editable ? editableHeading() : heading();
  }
}

/** `id` is unique in the document. */
export function createNode(first: SemanticNode, id: string): NodeElement {
  const { element, control, show } = partsFor(first, id);
  (control ?? element).dataset.id = first.id;
  if (control && first.editable) control.dataset.editable = '';
  return {
    node: first,
    element,
    control,
    update(node) {
      this.node = node;
      show(node);
      const [left, top, width, height] = node.rect;
      Object.assign(element.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    },
  };
}
