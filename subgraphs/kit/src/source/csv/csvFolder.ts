import { pino } from 'pino';
import type { Batch, Table } from '../../mapping/table.ts';
import type { Columns, RowOf } from './column.ts';
import { ExtractFault } from './ExtractFault.ts';
import type { FileRows } from './FileRows.ts';
import { type FileGiven, keyTitle } from './readRows.ts';
import { readSnapshot, type Snapshot } from './readSnapshot.ts';
import { type FoundBy, type Stray, straysOf } from './strays.ts';
import { lookAt, settled, type Whole } from './whole.ts';

export type FolderGiven<Files extends Readonly<Record<string, Columns>>> = Readonly<{
  folder: string;
  files: { readonly [Name in keyof Files]: FileGiven<Files[Name]> };
  /** How one knows that the files are whole and belong together; `settled()` unless told otherwise. */
  whole?: Whole;
  /** An extract older than this is told no longer: what it does not say may have happened since. 48 unless told otherwise. */
  maxAgeHours?: number;
  /** Share of the rows of a file that may be bad, or be gone since the last extract; more, and the extract is not taken. */
  mostBad?: number;
  mostGone?: number;
  /** How often the files are looked at (not read): 5 unless told otherwise. */
  pollSeconds?: number;
  /** Standard error unless told otherwise: on standard output `check --json` and others print what is asked of them. */
  log?: Readonly<{ info(sentence: string): void; warn(sentence: string): void }>;
  clock?: () => Date;
}>;

type Rows<Files extends Readonly<Record<string, Columns>>> = {
  readonly [Name in keyof Files]: FileRows<RowOf<Files[Name]>>;
};

/** How things stand with the extract. Nothing about anybody. */
export type ExtractState = Readonly<{
  /** When the extract that is told was written; null where there is none. */
  asOf: Date | null;
  /** False where nothing is told, because there is no extract or it is too old. */
  open: boolean;
  leftOut: number;
  /** Why the files that are there now are not told. */
  waiting: string | null;
  /** Rows that are of nobody among these records, by the tables that the mapping made. Empty where the records are no file of the folder. */
  strays(records: Table<unknown>): Promise<readonly Stray[]>;
}>;

/** A folder of extracts, as whole snapshots. */
export type CsvFolder<Files extends Readonly<Record<string, Columns>>> = Readonly<{
  /** The rows of all files for one request: of one extract, whatever is replaced meanwhile. Throws where there is none to tell. */
  at(batch: Batch): Rows<Files>;
  /** The rows as they are now, for figures and linkage. Throws where there is none to tell. */
  now(): Rows<Files>;
  /** A file as a table of the mapping: by its key, or by a column it lists. */
  table<Name extends keyof Files & string>(name: Name, by?: keyof Files[Name] & string): Table<RowOf<Files[Name]>>;
  state(): ExtractState;
  /** Looks at the files now, and reads them where they are other ones. Never throws for what is in them. */
  look(): Promise<void>;
  /** Stops looking. */
  close(): Promise<void>;
}>;

/**
 * Opens a folder of CSV files that a job replaces from time to time.
 *
 * All files are read together, into memory, and told together; what is half written, wrong or missing for a moment leaves the last whole
 * snapshot in its place, and the log says so. Where there is none yet, the agency serves and tells nothing.
 */
export async function csvFolder<Files extends Readonly<Record<string, Columns>>>({
  folder,
  files,
  whole = settled(),
  maxAgeHours = 48,
  mostBad = 0.01,
  mostGone = 0.5,
  pollSeconds = 5,
  log = pino({ name: 'extract' }, pino.destination({ dest: 2, sync: true })),
  clock = () => new Date(),
}: FolderGiven<Files>): Promise<CsvFolder<Files>> {
  const given: Readonly<Record<string, FileGiven<Columns>>> = files;
  const names = Object.values(given).map(({ file }) => file);
  const inRequest = new WeakMap<Batch, Rows<Files>>();
  const tables = new Map<string, FoundBy>();
  const probes = new WeakMap<Batch, FoundBy[]>();
  let current: Snapshot | undefined;
  let waiting: string | null = null;
  /** What was found wrong; not read again until it is another. */
  let refused: string | undefined;
  let looking: Promise<void> | undefined;

  const tooOld = ({ asOf }: Snapshot): boolean => clock().getTime() - asOf.getTime() > maxAgeHours * 3_600_000;
  const wait = (sentence: string | null): void => {
    if (sentence !== null && sentence !== waiting) log.warn(sentence);
    waiting = sentence;
  };

  const take = async (): Promise<void> => {
    const seen = await lookAt(folder, names, whole, clock());
    if (seen.stamp === current?.stamp) return;
    if (seen.stamp === refused) throw new ExtractFault(waiting ?? 'These files were refused.');
    try {
      const read = await readSnapshot({ folder, files: given, whole, mostBad, mostGone }, seen, current);
      // Each file may have been replaced while another was read.
      const after = await lookAt(folder, names, whole, clock());
      if (after.stamp !== seen.stamp) throw new ExtractFault('The files were changed while they were being read.');
      current = read;
      log.info(takenSentence(read));
      for (const sentence of read.first) log.warn(sentence);
    } catch (error) {
      refused = seen.stamp;
      throw error;
    }
  };

  const look = (): Promise<void> => {
    looking ??= take()
      .then(
        () => wait(current && tooOld(current) ? tooOldSentence(current, maxAgeHours) : null),
        (error: unknown) => wait(notTakenSentence(error, current)),
      )
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };

  const now = (): Rows<Files> => {
    if (!current) throw new ExtractFault(waiting ?? 'There is no extract yet.');
    if (tooOld(current)) throw new ExtractFault(tooOldSentence(current, maxAgeHours));
    // Made of `files`, name by name, in readSnapshot.
    return current.rows as unknown as Rows<Files>;
  };
  const at = (batch: Batch): Rows<Files> => {
    const known = inRequest.get(batch);
    if (known) return known;
    const rows = now();
    inRequest.set(batch, rows);
    return rows;
  };

  /** Which table the records are read from, also where the mapping leaves out some of its rows. */
  const askedBy = async (records: Table<unknown>): Promise<FoundBy | undefined> => {
    const batch: Batch = { now: clock() };
    const seen: FoundBy[] = [];
    probes.set(batch, seen);
    await records.rowsOf('', batch).catch(() => {});
    return seen[0];
  };

  const strays = async (records: Table<unknown>): Promise<readonly Stray[]> => {
    const people = await askedBy(records);
    if (!current || !people) return [];
    return straysOf(current, given, people, [...tables.values()]);
  };

  await look();
  const timer = setInterval(() => void look(), pollSeconds * 1000);
  timer.unref();
  return {
    at,
    now,
    table(name, by) {
      const found = { name, by: by ?? keyTitle(files[name].key) };
      // Of several tables over one column one is enough.
      tables.set(`${name} ${found.by}`, found);
      return {
        async rowsOf(number, batch) {
          probes.get(batch)?.push(found);
          const file = at(batch)[name];
          const row = by === undefined ? file.get(number) : undefined;
          const rows = by === undefined ? (row === undefined ? [] : [row]) : file.by(by, number);
          batch.loaded?.(rows, { asked: [number], given: rows.map(() => number) });
          return rows;
        },
      };
    },
    state: () => ({
      asOf: current?.asOf ?? null,
      open: current !== undefined && !tooOld(current),
      leftOut: current?.leftOut ?? 0,
      waiting,
      strays,
    }),
    look,
    async close() {
      clearInterval(timer);
      await looking;
    },
  };
}

const takenSentence = ({ asOf, lines, leftOut }: Snapshot): string =>
  `The extract of ${asOf.toISOString()} is in use now: ${[...lines].map(([file, rows]) => `${file} ${rows}`).join(', ')}; ${leftOut} rows left out.`;

const tooOldSentence = ({ asOf }: Snapshot, maxAgeHours: number): string =>
  `The extract of ${asOf.toISOString()} is older than ${maxAgeHours} hours, so nothing is released until there is a newer one.`;

/** What is no ExtractFault may quote a row. */
function notTakenSentence(error: unknown, current: Snapshot | undefined): string {
  const why = error instanceof ExtractFault ? error.message : 'The files could not be read.';
  const told = current
    ? `The extract of ${current.asOf.toISOString()} stays in use.`
    : 'Nothing is released until the files are right.';
  return why.endsWith(told) ? why : `${why} ${told}`;
}
