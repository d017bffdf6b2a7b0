import { scanInWasm } from '../wasm/scanInWasm.ts';
import { webAssembly } from '../wasm/WebAssembly.ts';
import { PAGES } from './layout.ts';
import type { Scan } from './Scan.ts';
import { scanInJavaScript } from './scanInJavaScript.ts';

/** One growing memory, and the scan that runs over it. Each growth replaces the views. */
export type FilterMemory = Readonly<{
  scan: Scan;
  bytes(): Uint8Array;
  shorts(): Uint16Array;
  words(): Int32Array;
  /** Makes room for at least this many bytes and keeps what is there. */
  ensure(bytes: number): void;
}>;

/**
 * What runs the scan: WebAssembly with SIMD, or plain JavaScript, which is four to six times slower and gives the same results.
 */
export type Kernel = 'wasm' | 'javascript';

const WASM_PAGE = 65_536;
const MOST_WASM_PAGES = 65_536;

export function memoryOf(kernel: Kernel): FilterMemory {
  return kernel === 'wasm' ? inWasm() : inJavaScript();
}

function inWasm(): FilterMemory {
  const api = webAssembly();
  if (api === undefined) throw new Error('There is no WebAssembly here; use JavaScript.');
  const memory = new api.Memory({ initial: PAGES / WASM_PAGE, maximum: MOST_WASM_PAGES });
  const views = viewsOf(() => memory.buffer);
  const ensure = (bytes: number): void => {
    const missing = Math.ceil((bytes - memory.buffer.byteLength) / WASM_PAGE);
    // Growing in place is cheap, but every growth makes new views, so grow by a megabyte at a time while there is room.
    if (missing <= 0) return;
    const room = MOST_WASM_PAGES - memory.buffer.byteLength / WASM_PAGE;
    memory.grow(Math.max(missing, Math.min(missing + 16, room)));
  };
  return { ...views, ensure, scan: scanInWasm(memory) };
}

function inJavaScript(): FilterMemory {
  let buffer = new ArrayBuffer(PAGES);
  const views = viewsOf(() => buffer);
  const ensure = (bytes: number): void => {
    if (bytes <= buffer.byteLength) return;
    // Growing copies everything, so allow an eighth more than is needed, in whole words.
    const grown = new Uint8Array(Math.ceil((bytes * 9) / 32) * 4);
    grown.set(views.bytes());
    buffer = grown.buffer;
  };
  return { ...views, ensure, scan: scanInJavaScript(views.words) };
}

function viewsOf(current: () => ArrayBuffer): Pick<FilterMemory, 'bytes' | 'shorts' | 'words'> {
  let made = current();
  let views = { bytes: new Uint8Array(made), shorts: new Uint16Array(made), words: new Int32Array(made) };
  const fresh = (): typeof views => {
    if (made !== current()) {
      made = current();
      views = { bytes: new Uint8Array(made), shorts: new Uint16Array(made), words: new Int32Array(made) };
    }
    return views;
  };
  return { bytes: () => fresh().bytes, shorts: () => fresh().shorts, words: () => fresh().words };
}
