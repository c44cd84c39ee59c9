// The boundary between the page and the C++ application (src/wasm/app_bindings.cpp
// and web/canvas/app.ts). Plain numbers and text only. All lengths are CSS pixels; y grows downwards.
// "Content" is the complete calculator; "view" is the visible canvas, which shows
// the part of the content that begins at setScroll().
import type { Language } from '../dom/language';
import type { Session, SessionCalls } from '../face/session';
import type { ToolsState } from '../tools/tools';

/** Rasterises text with the page's fonts; C++ decides where in the atlas. */
export interface GlyphHost {
  /**
   * Width and extent of `text` in device pixels, for a font of `fontPixels`
   * device pixels. Returns [advance, left, top, width, height]: the pen's
   * advance (fractional), and the inked box relative to the pen on the baseline
   * (left and top may be negative; whole numbers, with a margin of one pixel).
   */
  measure(text: string, fontPixels: number, bold: boolean): [number, number, number, number, number];
  /**
   * Draws `text` so that its inked box's top left corner is at (x, y) of the
   * atlas; `shift` (0 ≤ shift < 1) moves the pen right by a part of a pixel.
   */
  draw(text: string, fontPixels: number, bold: boolean, left: number, top: number,
       x: number, y: number, width: number, height: number, shift: number): void;
  /** Clears the atlas and sets its size; the first 4 × 4 pixels are white. */
  reset(size: number): void;
}

/** The module of tools, which draws what the application has no code for. */
export interface ToolsHost {
  /** Begins to load it; after a failure, once more. */
  open(): void;
  /**
   * The bytes of the Drawing of the customers, or else of the profits, for a scenario; `before` is the one that it
   * is compared with. `money`: as in ToolsModule.
   */
  drawChart(customers: boolean, scenario: Uint8Array, before: Uint8Array | undefined, money: string, width: number, height: number): Uint8Array;
}

export type PointerEventType = 'move' | 'down' | 'up' | 'cancel' | 'leave';

/** What a drag that starts at a point would move: the page scrolls along the rest. */
export type DragAxis = 'none' | 'horizontal' | 'both';

export type SemanticRole = 'slider' | 'button' | 'radio' | 'choice' | 'output' | 'heading' | 'image' | 'label';

/** One control, result or picture of the interface (src/ui/kit/semantics.h). */
export interface SemanticNode {
  /** Stable over frames, unique: "social.paid/costPerClick". */
  id: string;
  role: SemanticRole;
  /** Accessible name in the current language: "Social · Paid · Cost per click (CPC)". */
  label: string;
  /** The value as text: "NT$8", "2.29%"; the code of the currency of a choice. Empty when there is none. */
  valueText: string;
  /** Sliders: value and bounds in the field's own unit (shares are fractions). */
  value?: number;
  minimum?: number;
  maximum?: number;
  /** Pressed buttons and radios. */
  checked?: boolean;
  disabled?: boolean;
  /** Its group: "social.paid". Empty: top level. */
  group: string;
  /** Its rectangle in content coordinates. */
  rect: [x: number, y: number, width: number, height: number];
  /** Sticks to the view's top (phone KPI line) and does not scroll with the content. */
  sticky?: boolean;
  /** Editable text: Enter opens the editor. */
  editable?: boolean;
  /** An output whose text says why it has no value. (A label's says why its result has none.) */
  undefined?: boolean;
}

/** A field that needs a real <input> over it. */
export interface EditRequest {
  id: string;
  /** In content coordinates: left, top, width, height. */
  rect: [number, number, number, number];
  text: string;
  mode: 'decimal' | 'text';
  maximumLength: number;
  label: string;
}

type Flags = 'canUndo' | 'canRedo';

/**
 * What the module exports: set_money_style as setMoneyStyle, link_text as link. A text has no "_text" in its name
 * here.
 */
export interface AppCalls extends Omit<SessionCalls, Flags | 'svg'>, Record<Flags, () => number> {
  // Starting: the texts of a language, then the rest.
  /** The address where the texts of a language go, before it is set. */
  textRoom(tag: string): number;
  /** Call it after they have been put there. */
  textsReplaced(): void;
  start(): void;

  // Surroundings.
  resize(width: number, height: number, devicePixelRatio: number): void;
  /** How much of the content lies above the view's top edge. */
  setScroll(top: number): void;
  /** The height that the content needs at the current width; known after a frame. */
  contentHeight(): number;
  /** CSS pixels at the top of the view that may be covered by what stays there. */
  covered(): number;
  setLanguage(tag: string): void;
  /** The second pair for prefers-contrast: more. */
  setTheme(name: 'light' | 'dark' | 'light-contrast' | 'dark-contrast'): void;
  /** How the language writes the currency: what comes before an amount, a line break, and what comes after it. */
  setMoneyStyle(style: string): void;
  /** One of VIEWS. */
  setView(name: string): void;
  /** The same, as a picture with sliders: `asked` is one of VIEWS and the paths of the fields, a line each. */
  setPicture(asked: string): void;
  /** Reduced motion: nothing is animated. */
  setReducedMotion(reduced: boolean): void;
  setToolsState(state: ToolsState): void;

  // Input, in view coordinates.
  pointer(type: PointerEventType, x: number, y: number, touch: boolean, shift: boolean): void;
  dragAxis(x: number, y: number): DragAxis;
  /** The CSS cursor at the pointer's position. */
  cursor(): string;

  // Frames. The page asks when(), waits that long, and calls frame().
  /** Seconds until the next frame is needed. 0: now; negative: no frame needed. */
  when(seconds: number): number;
  /** Builds one frame; `seconds` is a monotonic clock. */
  frame(seconds: number): void;
  /**
   * Address of the last frame's draw lists:
   * [listCount, then per list: vertexAddress, vertexCount, indexAddress,
   *  indexCount, commandCount, then per command: clip left, top, right, bottom
   *  (CSS pixels, whole numbers ×64), firstIndex, indexCount].
   * A vertex is 20 bytes: float32 x, y (view, CSS pixels), float32 u, v
   * (0..1 in the atlas), uint8 r, g, b, a (not premultiplied). Indices are
   * uint16, or uint32 when indexSize() is 4; per list from 0.
   */
  drawLists(): number;
  indexSize(): 2 | 4;
  /** The background, 0xRRGGBB. */
  backgroundColor(): number;

  // Semantics, and actions from the mirror.
  /** Increases whenever semantics() would return something else. */
  semanticsRevision(): number;
  /** JSON text of SemanticNode[], in reading order. */
  semantics(): string;
  setValue(id: string, value: number): void;
  /** Arrow keys: ±1; with Shift or Page keys ±10. */
  step(id: string, steps: number): void;
  /** Home and End: 0 and 1 of the slider's travel. */
  setPosition(id: string, position: number): void;
  activate(id: string): void;
  /** Draws the focus ring; '' when the focus has left. */
  focus(id: string): void;

  // Typing.
  /** JSON text of an EditRequest, or ''. */
  editRequest(): string;
  /**
   * '' when accepted; otherwise nothing changes, and it is a sentence why not, or a question in four lines
   * (src/app/typed_number.h). `sure`: it has been answered with what was typed.
   */
  commitEdit(text: string, sure: boolean): string;
  /** The same for a block of a spreadsheet, pasted into the open field of a cell. */
  pasteBlock(text: string): string;
  /** What a block that was refused would do: src/app/paste.h. */
  previewPaste(text: string): string;
  /** The values of the block that fit; closes the field. */
  pasteOthers(text: string): void;
  cancelEdit(): void;

  // The session, besides SessionCalls.
  svg(chart: string, width: number, height: number, dark: boolean): string;
  /** The text as written by web/engine/boundary.mjs, after its numbers. '' or JSON text of {code, field, message}. */
  setScenario(structure: string, numberCount: number): string;
  /** Address of the scenario. */
  scenarioBytes(): number;
  scenarioSize(): number;
  /** Address of the session, which is moved as bytes when the face changes. */
  sessionBytes(): number;
  sessionSize(): number;
  /** Call it after the bytes have been replaced; `seen`: the revision before. */
  sessionReplaced(seen: number): void;
}

/** One scenario with one interface, in an instance of the module. */
export interface App extends Omit<AppCalls, 'start' | keyof Session>, Session {
  /** Its buffer is replaced when it grows. */
  readonly memory: WebAssembly.Memory;
  /** Before start(), and before another language is set. */
  bringTexts(language: Language, texts: Uint8Array): void;
  /** Call it once, before everything else. */
  start(glyphs: GlyphHost, tools: ToolsHost): void;
}
