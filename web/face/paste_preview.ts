// What a block that was refused would do, value by value, below the reason; loaded when one is refused.
import css from './paste_preview.css?text';
import { adoptStyle } from '../dom/adopt_style';
import { make } from '../dom/dom';

/** `preview`: as src/app/paste.h says. `take` pastes the values that fit. */
export function showPreview(place: HTMLElement, preview: string, take: () => void): void {
  adoptStyle(place.getRootNode() as Document | ShadowRoot, css);
  const [label, ...rows] = preview.split('\n');
  const fits = rows.some((row) => row.endsWith('\t'));
  const button = make('button', { type: 'button' }, label);
  // The field keeps the focus until it is pressed.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', take);
  const items = rows.map((row) => {
    const [input, value, refusal] = row.split('\t');
    return make('li', refusal ? { class: 'refused' } : {}, make('b', {}, value), ` ${refusal ? '✗' : '→'} ${refusal || input}`);
  });
  place.append(make('ol', { class: 'paste-preview', tabindex: '0' }, ...items), ...fits ? [button] : []);
}
