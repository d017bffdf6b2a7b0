import type { Columns } from './column.ts';
import { ExtractFault } from './ExtractFault.ts';
import { type FileRows, fileRows } from './FileRows.ts';
import { type FileGiven, readRows, rowsCounted } from './readRows.ts';
import { promisedRows, type Seen, type Whole } from './whole.ts';

type Row = Readonly<Record<string, unknown>>;

/** All files of one extract. */
export type Snapshot = Seen &
  Readonly<{
    rows: Readonly<Record<string, FileRows<Row>>>;
    /** By file name: how many lines it has under its header. */
    lines: ReadonlyMap<string, number>;
    leftOut: number;
    first: readonly string[];
  }>;

export type SnapshotGiven = Readonly<{
  folder: string;
  files: Readonly<Record<string, FileGiven<Columns>>>;
  whole: Whole;
  mostBad: number;
  mostGone: number;
}>;

/** Fewer rows than this vanish for good reasons. */
const fewRows = 10;
/** In a small file this many rows may be bad, though never more than a quarter. */
const fewBad = 5;

/**
 * Reads all files, one after the other. Throws an ExtractFault where one of them cannot be right, has too many bad rows, or has lost
 * so many since the last snapshot that it looks cut off.
 */
export async function readSnapshot(given: SnapshotGiven, seen: Seen, last: Snapshot | undefined): Promise<Snapshot> {
  const { folder, files, whole, mostBad, mostGone } = given;
  const promised = await promisedRows(folder, whole);
  const rows: Record<string, FileRows<Row>> = {};
  const lines = new Map<string, number>();
  const first: string[] = [];
  let leftOut = 0;
  for (const [name, file] of Object.entries(files)) {
    const read = await readRows(folder, file);
    const expected = promised?.get(file.file);
    if (promised && expected !== read.lines)
      throw new ExtractFault(
        `${file.file} has ${rowsCounted(read.lines, read.blank)}, but the manifest ${expected === undefined ? 'does not list it' : `says ${expected}`}.`,
      );
    if (read.leftOut > Math.max(read.lines * mostBad, Math.min(fewBad, read.lines / 4)))
      throw new ExtractFault(
        `${file.file}: ${read.leftOut} of ${read.lines} rows cannot be read, more than the limit. ${read.first[0]}`,
      );
    const before = last?.lines.get(file.file) ?? 0;
    if (before >= fewRows && read.lines < before * (1 - mostGone))
      throw new ExtractFault(
        `${file.file} has ${read.lines} rows; the extract before had ${before}. If that is right, restart the agency's program.`,
      );
    rows[name] = fileRows(read, file);
    lines.set(file.file, read.lines);
    first.push(...read.first);
    leftOut += read.leftOut;
  }
  return { ...seen, rows, lines, leftOut, first };
}
