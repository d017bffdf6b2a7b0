import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ExtractFault } from './ExtractFault.ts';
import { recordsOf } from './readRows.ts';

/** How one knows that the files are all there, whole, and of one extract. */
export type Whole =
  | Readonly<{ kind: 'SETTLED'; seconds: number; withinMinutes: number }>
  | Readonly<{ kind: 'MARKER'; file: string }>
  | Readonly<{ kind: 'MANIFEST'; file: string }>;

/**
 * Where the job writes nothing but its files: none was touched for `seconds` (30), and all were written within `withinMinutes`
 * (60) of each other. Best guess; a marker or a manifest is certain.
 */
export const settled = ({ seconds = 30, withinMinutes = 60 } = {}): Whole => ({
  ...{ kind: 'SETTLED', seconds, withinMinutes },
});

/** Where the job writes a file such as `extract.ok` last: no file may be newer than it. */
export const marker = (file: string): Whole => ({ kind: 'MARKER', file });

/** Where the job writes last, with a comma between, how many rows each file has: columns `file` and `rows`. Also a marker. */
export const manifest = (file: string): Whole => ({ kind: 'MANIFEST', file });

/** What the files of a folder looked like at one moment. */
export type Seen = Readonly<{
  /** Another one where any file is another or was written to. */
  stamp: string;
  /** When the oldest of them was written: the extract knows nothing later. */
  asOf: Date;
}>;

/** Looks at all files without opening them. Throws an ExtractFault where one is missing, or where they are not whole yet. */
export async function lookAt(folder: string, files: readonly string[], whole: Whole, now: Date): Promise<Seen> {
  const last = whole.kind === 'SETTLED' ? [] : [whole.file];
  const stats = await Promise.all([...files, ...last].map(async (file) => ({ file, ...(await statOf(folder, file)) })));
  const times = stats.filter(({ file }) => files.includes(file)).map(({ written }) => written);
  const [oldest, newest] = [Math.min(...times), Math.max(...times)];
  if (whole.kind === 'SETTLED') {
    if (now.getTime() - newest < whole.seconds * 1000)
      throw new ExtractFault(
        `The files were changed within the last ${whole.seconds} seconds, or have a date in the future.`,
      );
    if (newest - oldest > whole.withinMinutes * 60_000)
      throw new ExtractFault(
        `The files were written more than ${whole.withinMinutes} minutes apart, so they belong to different extracts.`,
      );
  } else {
    const marked = stats.find(({ file }) => file === whole.file)?.written ?? 0;
    if (newest > marked)
      throw new ExtractFault(`A file is newer than ${whole.file}, so an extract is still being written.`);
  }
  return { stamp: stats.map(({ stamp }) => stamp).join(' '), asOf: new Date(oldest) };
}

/** How many rows each file should have; nothing where the extract does not say. */
export async function promisedRows(folder: string, whole: Whole): Promise<ReadonlyMap<string, number> | null> {
  if (whole.kind !== 'MANIFEST') return null;
  const rows: (readonly string[])[] = [];
  const source = { file: whole.file, encoding: 'utf-8', separator: ',' } as const;
  for await (const { cells } of recordsOf(join(folder, whole.file), source)) rows.push(cells);
  const [titles = [], ...lines] = rows;
  const [file, count] = [titles.indexOf('file'), titles.indexOf('rows')];
  if (file < 0 || count < 0) throw new ExtractFault(`${whole.file} lacks a column titled "file" or "rows".`);
  return new Map(lines.map((cells) => [cells[file] ?? '', Number(cells[count] ?? 'none')]));
}

async function statOf(folder: string, file: string) {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs, mtimeMs } = await stat(join(folder, file), { bigint: true });
    return { stamp: [dev, ino, size, mtimeNs, ctimeNs].join(':'), written: Number(mtimeMs) };
  } catch {
    throw new ExtractFault(`${file} is missing, or cannot be read.`);
  }
}
