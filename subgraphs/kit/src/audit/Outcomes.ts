import { type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordOutcome } from './RecordOutcome.ts';

export const outcomesPath = (folder: string): string => join(folder, 'outcomes.jsonl');

type Place = Readonly<{ at: number; length: number }>;

/**
 * What the last audit found, record by record. Only the position of each record's line is held in memory: a few tens of
 * megabytes for a million records, however long their notes.
 */
export class Outcomes {
  /** The rule set that read the notes; null where nothing has been audited yet. */
  readonly rules: string | null;
  readonly #file: FileHandle | null;
  readonly #places: ReadonlyMap<string, Place>;

  private constructor(rules: string | null, file: FileHandle | null, places: ReadonlyMap<string, Place>) {
    this.rules = rules;
    this.#file = file;
    this.#places = places;
  }

  static async open(folder: string): Promise<Outcomes> {
    const file = await open(outcomesPath(folder), 'r').catch(() => null);
    if (!file) return new Outcomes(null, null, new Map());
    const places = new Map<string, Place>();
    let rules: string | null = null;
    for await (const { text, at, length } of linesOf(file)) {
      if (at === 0) rules = String(JSON.parse(text).rules);
      else places.set(recordIn(text), { at, length });
    }
    return new Outcomes(rules, file, places);
  }

  async of(record: string): Promise<RecordOutcome | null> {
    const place = this.#places.get(record);
    if (!place || !this.#file) return null;
    const { buffer } = await this.#file.read(Buffer.alloc(place.length), 0, place.length, place.at);
    return JSON.parse(buffer.toString('utf8'));
  }

  get size(): number {
    return this.#places.size;
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }
}

/** Identifies the file's current state: another value means that another audit has finished. */
export const stateOf = async (folder: string): Promise<string> => {
  const found = await stat(outcomesPath(folder)).catch(() => null);
  return found ? `${found.ino} ${found.mtimeMs} ${found.size}` : '';
};

// The record's number comes first in its line, as `recordLine` writes it.
const first = /^\{"record":("(?:[^"\\]|\\.)*")/;
const recordIn = (line: string): string => String(JSON.parse(first.exec(line)?.[1] ?? '""'));

export const recordLine = ({ record, ...rest }: RecordOutcome): string => JSON.stringify({ record, ...rest });

async function* linesOf(file: FileHandle): AsyncGenerator<Readonly<{ text: string; at: number; length: number }>> {
  const size = 1 << 20;
  let [rest, restAt, read] = [Buffer.alloc(0), 0, 0];
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(size), 0, size, read);
    if (bytesRead === 0) return;
    read += bytesRead;
    rest = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
    let from = 0;
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10, from)) {
      yield { text: rest.toString('utf8', from, end), at: restAt + from, length: end - from };
      from = end + 1;
    }
    rest = rest.subarray(from);
    restAt += from;
  }
}
