import { FOUND, OUT, PAGE_BYTES, PAGE_RECORDS, PAGES } from './layout.ts';
import type { FilterMemory } from './memoryOf.ts';
import { survivorBytes } from './Scan.ts';

/** Visits each surviving slot of a scan with its count: what the count started from, plus the bits the record lacks. */
export function forEachSurvivor(
  memory: FilterMemory,
  planes: number,
  visit: (slot: number, count: number) => void,
): void {
  const words = memory.words();
  const { lanes } = memory.scan;
  const found = words[FOUND >> 2] ?? 0;
  for (let one = 0; one < found; one += 1) {
    const at = (OUT + one * survivorBytes(lanes)) >> 2;
    const page = ((words[at] ?? 0) >>> 0) - PAGES;
    const first = (page / PAGE_BYTES) * PAGE_RECORDS + (words[at + 1] ?? 0) * 8;
    for (let lane = 0; lane < lanes; lane += 1) {
      for (let alive = words[at + 4 + lane] ?? 0; alive !== 0; alive &= alive - 1) {
        const bit = 31 - Math.clz32(alive & -alive);
        let count = 0;
        for (let plane = 0; plane < planes; plane += 1)
          count |= (((words[at + 4 + (plane + 1) * lanes + lane] ?? 0) >>> bit) & 1) << plane;
        visit(first + lane * 32 + bit, count);
      }
    }
  }
}
