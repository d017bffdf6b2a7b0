import { FEWER_PLANES } from '../store/layout.ts';
import type { Scan } from '../store/Scan.ts';
import { nameOf, scanModule } from './scanModule.ts';
import { type WasmMemory, webAssembly } from './WebAssembly.ts';

let compiled: object | null | undefined;

/** Compiles the scan, once for all stores; null if there is no WebAssembly or it has no SIMD. */
function compile(): object | null {
  if (compiled !== undefined) return compiled;
  const api = webAssembly();
  const bytes = scanModule();
  compiled = api?.validate(bytes) ? new api.Module(bytes) : null;
  return compiled;
}

/** True if this machine runs the scan in WebAssembly. */
export const hasSimd = (): boolean => compile() !== null;

/** Returns the scan with SIMD over a memory. Throws if `hasSimd` is false. */
export function scanInWasm(memory: WasmMemory): Scan {
  const api = webAssembly();
  const module = compile();
  if (api === undefined || module === null) throw new Error('There is no WebAssembly with SIMD here; use JavaScript.');
  const { exports } = new api.Instance(module, { env: { memory } });
  const scans = FEWER_PLANES.map((planes) => {
    const scan = exports[nameOf(planes)];
    if (typeof scan !== 'function') throw new Error(`The scan module exports no function "${nameOf(planes)}".`);
    return [planes, scan] as const;
  });
  const scanOf = new Map(scans);
  // CAUTION: called with an array that is kept, so that V8 does not inline the call. Node 20 can crash when it undoes such
  // inlining.
  const given = [0, 0, 0];
  return {
    lanes: 4,
    planes: FEWER_PLANES,
    scan(planes, blocks, list, listEnd) {
      const scan = scanOf.get(planes);
      if (scan === undefined) throw new RangeError(`There is no scan with ${planes} planes.`);
      given[0] = blocks;
      given[1] = list;
      given[2] = listEnd;
      return Number(Reflect.apply(scan, undefined, given));
    },
  };
}
