import { CLASS_WIDTH, CLASSES, EXTRAS, FREE, PAGE_BYTES, PAGE_RECORDS, PAGES, POPCOUNTS, ZERO_LINE } from './layout.ts';
import type { FilterMemory } from './memoryOf.ts';

type Page = { lengthClass: number; used: number /** No place before this one is free. */; freeFrom: number };

export const addressOf = (page: number): number => PAGES + page * PAGE_BYTES;
const classOf = (popcount: number): number => Math.floor(popcount / CLASS_WIDTH);
export const popcountPlace = (slot: number): number =>
  (addressOf(Math.floor(slot / PAGE_RECORDS)) + POPCOUNTS + (slot % PAGE_RECORDS) * 2) >> 1;
export const extraPlace = (slot: number): number =>
  (addressOf(Math.floor(slot / PAGE_RECORDS)) + EXTRAS + (slot % PAGE_RECORDS) * 4) >> 2;

/** Which page holds filters of which length, and where there is room. A slot is a page and a place on it, and never moves. */
export class PageDirectory {
  readonly #memory: FilterMemory;
  readonly #pages: Page[] = [];
  readonly #ofClass: number[][] = Array.from({ length: CLASSES }, () => []);
  readonly #withRoom: number[][] = Array.from({ length: CLASSES }, () => []);
  #empty: number[] = [];

  constructor(memory: FilterMemory) {
    this.#memory = memory;
  }

  get pages(): number {
    return this.#pages.length;
  }

  /** Returns the pages that hold filters of a length class. */
  ofClass(lengthClass: number): readonly number[] {
    return this.#ofClass[lengthClass] ?? [];
  }

  /** Returns a free slot for a filter with this many bits, and marks it as taken. */
  take(popcount: number): number {
    const lengthClass = classOf(popcount);
    const room = this.#withRoom[lengthClass] ?? [];
    const number = room.at(-1) ?? this.#open(lengthClass);
    const page = this.#page(number);
    const shorts = this.#memory.shorts();
    let slot = number * PAGE_RECORDS + page.freeFrom;
    while (shorts[popcountPlace(slot)] !== FREE) slot += 1;
    shorts[popcountPlace(slot)] = popcount;
    page.used += 1;
    page.freeFrom = (slot % PAGE_RECORDS) + 1;
    if (page.used === PAGE_RECORDS) room.splice(room.indexOf(number), 1);
    return slot;
  }

  /** Marks a taken slot as free. A page that is emptied can hold filters of any length again. */
  free(slot: number): void {
    const number = Math.floor(slot / PAGE_RECORDS);
    const page = this.#page(number);
    this.#memory.shorts()[popcountPlace(slot)] = FREE;
    page.used -= 1;
    page.freeFrom = Math.min(page.freeFrom, slot % PAGE_RECORDS);
    const room = this.#withRoom[page.lengthClass] ?? [];
    if (page.used === PAGE_RECORDS - 1) room.push(number);
    if (page.used > 0) return;
    room.splice(room.indexOf(number), 1);
    const pages = this.#ofClass[page.lengthClass] ?? [];
    pages.splice(pages.indexOf(number), 1);
    this.#empty.push(number);
  }

  /** Reads from memory which places of the first `pages` pages are taken; returns how many. */
  load(pages: number): number {
    const shorts = this.#memory.shorts();
    let taken = 0;
    for (let number = 0; number < pages; number += 1) {
      const page: Page = { lengthClass: 0, used: 0, freeFrom: PAGE_RECORDS };
      for (let place = PAGE_RECORDS - 1; place >= 0; place -= 1) {
        const popcount = shorts[popcountPlace(number * PAGE_RECORDS + place)] ?? FREE;
        if (popcount === FREE) {
          page.freeFrom = place;
          continue;
        }
        page.used += 1;
        page.lengthClass = classOf(popcount);
      }
      taken += page.used;
      this.#pages.push(page);
      if (page.used === 0) this.#empty.push(number);
      else this.#ofClass[page.lengthClass]?.push(number);
      if (page.used > 0 && page.used < PAGE_RECORDS) this.#withRoom[page.lengthClass]?.push(number);
    }
    return taken;
  }

  #open(lengthClass: number): number {
    const number = this.#empty.pop() ?? this.#append();
    this.#pages[number] = { lengthClass, used: 0, freeFrom: 0 };
    this.#ofClass[lengthClass]?.push(number);
    this.#withRoom[lengthClass]?.push(number);
    return number;
  }

  #append(): number {
    const number = this.#pages.length;
    const start = addressOf(number);
    this.#memory.ensure(start + PAGE_BYTES);
    // An empty page: every record lacks every bit, and every place is free.
    this.#memory.bytes().fill(0xff, start, start + ZERO_LINE);
    this.#memory.bytes().fill(0, start + ZERO_LINE, start + PAGE_BYTES);
    this.#memory.bytes().fill(0xff, start + POPCOUNTS, start + EXTRAS);
    return number;
  }

  #page(number: number): Page {
    const page = this.#pages[number];
    if (page === undefined) throw new RangeError(`There is no page ${number}; there are ${this.#pages.length}.`);
    return page;
  }
}
