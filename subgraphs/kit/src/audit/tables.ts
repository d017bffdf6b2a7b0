import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { auditDimensions } from '@accord/quality/audit/auditDimensions';
import { auditPlaces } from '@accord/quality/audit/auditPlaces';
import { endOf, standsOn } from '@accord/quality/audit/cellOf';
import type { Window } from '@accord/quality/reaudit/Audit';
import type { Cell } from '@accord/quality/suppression/CountTable';
import { suppressTable } from '@accord/quality/suppression/suppressTable';
import { InputFault } from '../command/InputFault.ts';
import type { Outcomes } from './Outcomes.ts';
import { WholeFile } from './ownFolder.ts';
import { factsOf } from './RecordOutcome.ts';

/** What a table is of. */
export type TableHead = Readonly<{
  category: string;
  window: Window;
  rules: string;
  publishedOn: string;
  /** Days on which the same records were looked at again, in order. */
  lookedAgain: readonly string[];
}>;

/** What leaves the agency of a window. `at`: one entry for each dimension, its values with spaces between. */
export type PublishedAudit = TableHead &
  Readonly<{ groups: readonly Readonly<{ at: readonly string[]; count: number | null }>[] }>;

type Named = Readonly<{ category: string; window: Window }>;

const nameOf = ({ category, window }: Named): string => `${category}.${window.first}_${window.last}`;
const cellsPath = (folder: string, named: Named): string => join(folder, `${nameOf(named)}.cells`);
const tablePath = (folder: string, named: Named): string => join(folder, `${nameOf(named)}.table.json`);
const namePattern = /^([A-Z][A-Z0-9_]*)\.(\d{4}-\d{2})_(\d{4}-\d{2})\.cells$/;

/** Begins to keep where each record stands: what is published of a window is counted from this and from nothing else, ever. */
export async function beginCells(folder: string, head: TableHead) {
  const file = await WholeFile.begin(cellsPath(folder, head));
  await file.line(JSON.stringify(head));
  return {
    put: (record: string, place: readonly string[]) => file.line(`${place.join(' ')}\t${record}`),
    written: () => file.written(),
    done: () => file.done(),
    abandon: () => file.abandon(),
  };
}

/** The windows of which something was kept. */
export async function keptWindows(folder: string): Promise<readonly Named[]> {
  const names = await readdir(folder).catch(() => []);
  return names.sort().flatMap((name) => {
    const [, category, first, last] = namePattern.exec(name) ?? [];
    return category && first && last ? [{ category, window: { first, last } }] : [];
  });
}

/**
 * Looks at a window's records again, as they are in `outcomes` on the last days of later windows: each is one more dimension, put last,
 * so that what was published is only cut further. A record that is gone stays as it was.
 */
export async function lookAgain(folder: string, named: Named, days: readonly string[], outcomes: Outcomes) {
  const path = cellsPath(folder, named);
  const head = await headOf(path);
  const last = head.lookedAgain.at(-1) ?? endOf(named.window);
  const due = days.filter((day) => day > last);
  if (due.length === 0) return;
  const file = await WholeFile.begin(path);
  await file.line(JSON.stringify({ ...head, lookedAgain: [...head.lookedAgain, ...due] }));
  for await (const { place, record } of cellsIn(path)) {
    const outcome = await outcomes.of(record);
    const before = place[0] === 'NAMED' || place[0] === 'ALERT_ONLY' ? 'NAMED' : 'GAP';
    const now = due.map((day) => (outcome ? standsOn(factsOf(outcome, named.category), day) : before));
    await file.line(`${[...place, ...now].join(' ')}\t${record}`);
  }
  await file.done();
}

/** Publishes what is kept of a window, where that is not done: small counts never leave this function. */
export async function publish(folder: string, named: Named): Promise<boolean> {
  const head = await headOf(cellsPath(folder, named));
  const published = await publishedOf(folder, named);
  if (published && published.lookedAgain.length === head.lookedAgain.length) return false;
  const dimensions = auditDimensions(head.window, head.lookedAgain);
  const counts = new Map<string, number>();
  for await (const { place } of cellsIn(cellsPath(folder, named))) {
    const key = place.join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const cells = [...counts].map(([key, count]): Cell => {
    const place = key.split(' ');
    return { at: Object.fromEntries(dimensions.map(({ name }, nth) => [name, place[nth] ?? ''])), count };
  });
  const { groups } = suppressTable({ dimensions, cells, places: auditPlaces(head.window) });
  const table: PublishedAudit = {
    ...head,
    groups: groups.map(({ at, count }) => ({ at: dimensions.map(({ name }) => (at[name] ?? []).join(' ')), count })),
  };
  const file = await WholeFile.begin(tablePath(folder, named));
  await file.line(JSON.stringify(table));
  await file.done();
  return true;
}

/** What was published of a window; null where nothing was. */
export async function publishedOf(folder: string, named: Named): Promise<PublishedAudit | null> {
  try {
    return JSON.parse(await readFile(tablePath(folder, named), 'utf8'));
  } catch {
    return null;
  }
}

/** Names of the dimensions in the order of a place. */
export const namesOf = (window: Window): readonly string[] => auditDimensions(window).map(({ name }) => name);

async function headOf(path: string): Promise<TableHead> {
  for await (const line of linesIn(path)) return JSON.parse(line);
  throw new InputFault(`${path} is empty. Delete it; the audit then counts that window again.`);
}

async function* cellsIn(path: string): AsyncGenerator<Readonly<{ place: readonly string[]; record: string }>> {
  let head = true;
  for await (const line of linesIn(path)) {
    const tab = line.indexOf('\t');
    if (!head) yield { place: line.slice(0, tab).split(' '), record: line.slice(tab + 1) };
    head = false;
  }
}

const linesIn = (path: string) => createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
