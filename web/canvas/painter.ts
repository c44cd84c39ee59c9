// Paints the application's draw lists with WebGL 2: one program, one texture.
import type { App } from './app_module';
import type { GlyphAtlas } from './glyph_atlas';

const VERTEX_BYTES = 20;
const CLIP_UNITS = 64; // per CSS pixel

const VERTEX_SHADER = `#version 300 es
layout(location=0) in vec2 position;
layout(location=1) in vec2 textureCoordinate;
layout(location=2) in vec4 color;
uniform vec2 scale;
out vec2 uv;
out vec4 tint;
void main() {
  uv = textureCoordinate;
  tint = vec4(color.rgb * color.a, color.a);
  gl_Position = vec4(position * scale + vec2(-1, 1), 0, 1);
}`;

const FRAGMENT_SHADER = `#version 300 es
precision mediump float;
in highp vec2 uv;
in vec4 tint;
uniform sampler2D atlas;
out vec4 result;
void main() { result = tint * texture(atlas, uv); }`;

export class Painter {
  #canvas: HTMLCanvasElement;
  #atlas: GlyphAtlas;
  #gl: WebGL2RenderingContext;
  #scale: WebGLUniformLocation | null = null;
  #textureSize = 0;

  /** Throws if the browser has no WebGL 2. */
  constructor(canvas: HTMLCanvasElement, atlas: GlyphAtlas) {
    // With alpha, so that it is transparent instead of black before the first frame.
    const gl = canvas.getContext('webgl2', {
      antialias: false,
      depth: false,
      stencil: false,
      powerPreference: 'low-power',
    });
    if (!gl) throw new Error('no WebGL 2');
    this.#canvas = canvas;
    this.#atlas = atlas;
    this.#gl = gl;
    this.restore();
  }

  /** The largest side of the canvas, in device pixels. */
  get largestSide(): number {
    const gl = this.#gl;
    return Math.min(gl.getParameter(gl.MAX_RENDERBUFFER_SIZE), ...gl.getParameter(gl.MAX_VIEWPORT_DIMS));
  }

  /** Creates all objects of the context, initially and after a lost context. */
  restore(): void {
    const gl = this.#gl;
    const program = gl.createProgram();
    for (const [type, source] of [[gl.VERTEX_SHADER, VERTEX_SHADER], [gl.FRAGMENT_SHADER, FRAGMENT_SHADER]] as const) {
      const shader = gl.createShader(type)!;
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    gl.useProgram(program);
    this.#scale = gl.getUniformLocation(program, 'scale');

    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, VERTEX_BYTES, 0);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, VERTEX_BYTES, 8);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, VERTEX_BYTES, 16);
    for (const attribute of [0, 1, 2]) gl.enableVertexAttribArray(attribute);

    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
    for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.NONE);
    this.#textureSize = 0;

    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.enable(gl.SCISSOR_TEST);
  }

  /** Paints the last frame; `ratio` is device pixels per CSS pixel. */
  paint(app: App, ratio: number): void {
    const gl = this.#gl;
    if (gl.isContextLost()) return;
    const { width, height } = this.#canvas;
    this.#upload();
    gl.viewport(0, 0, width, height);
    gl.scissor(0, 0, width, height);
    const background = app.backgroundColor();
    gl.clearColor((background >> 16 & 255) / 255, (background >> 8 & 255) / 255, (background & 255) / 255, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform2f(this.#scale, 2 * ratio / width, -2 * ratio / height);

    const indexSize = app.indexSize();
    const indexType = indexSize === 2 ? gl.UNSIGNED_SHORT : gl.UNSIGNED_INT;
    let at = app.drawLists() >> 2;
    // Not earlier: when the memory grows, its buffer is replaced.
    const bytes = new Uint8Array(app.memory.buffer);
    const words = new Int32Array(app.memory.buffer);
    for (let lists = words[at++]; lists > 0; --lists) {
      const [vertices, vertexCount, indices, indexCount, commands] = words.subarray(at, at += 5);
      gl.bufferData(gl.ARRAY_BUFFER, bytes, gl.STREAM_DRAW, vertices, vertexCount * VERTEX_BYTES);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, bytes, gl.STREAM_DRAW, indices, indexCount * indexSize);
      for (let command = 0; command < commands; ++command) {
        const [left, top, right, bottom, first, count] = words.subarray(at, at += 6);
        const x = Math.floor(left * ratio / CLIP_UNITS);
        const y = Math.floor(top * ratio / CLIP_UNITS);
        const clipWidth = Math.ceil(right * ratio / CLIP_UNITS) - x;
        const clipHeight = Math.ceil(bottom * ratio / CLIP_UNITS) - y;
        if (clipWidth <= 0 || clipHeight <= 0) continue;
        gl.scissor(x, height - y - clipHeight, clipWidth, clipHeight);
        gl.drawElements(gl.TRIANGLES, count, indexType, first * indexSize);
      }
    }
  }

  /** Releases the context immediately, because browsers have few. */
  destroy(): void {
    this.#gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  #upload(): void {
    const gl = this.#gl;
    const { canvas, dirty } = this.#atlas;
    if (this.#textureSize !== canvas.width) {
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
      this.#textureSize = canvas.width;
    } else if (dirty) {
      gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, dirty.left);
      gl.pixelStorei(gl.UNPACK_SKIP_ROWS, dirty.top);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, dirty.left, dirty.top, dirty.right - dirty.left, dirty.bottom - dirty.top,
        gl.RGBA, gl.UNSIGNED_BYTE, canvas);
      gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, 0);
      gl.pixelStorei(gl.UNPACK_SKIP_ROWS, 0);
    }
    this.#atlas.dirty = undefined;
  }
}
