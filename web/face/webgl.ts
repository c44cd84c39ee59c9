// With alpha, so that a canvas is transparent instead of black before its first frame.
const ATTRIBUTES: WebGLContextAttributes = { antialias: false, depth: false, stencil: false, powerPreference: 'low-power' };

/** As the painter needs it; null if the browser has no WebGL 2. */
export const contextOf = (canvas: HTMLCanvasElement): WebGL2RenderingContext | null =>
  canvas.getContext('webgl2', ATTRIBUTES) as WebGL2RenderingContext | null;

/** The canvas of the last test, until a view takes it: a context takes long to make. */
let tested: HTMLCanvasElement | undefined;

/** Whether the browser has WebGL 2; takeCanvas() then has one. */
export function prepareCanvas(): boolean {
  tested ??= document.createElement('canvas');
  return !!contextOf(tested);
}

export function takeCanvas(): HTMLCanvasElement {
  const canvas = tested && !contextOf(tested)?.isContextLost() ? tested : document.createElement('canvas');
  tested = undefined;
  return canvas;
}

/** Whether the browser has WebGL 2; releases the test context. */
export function canUseWebGL(): boolean {
  const gl = contextOf(takeCanvas());
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return !!gl;
}
