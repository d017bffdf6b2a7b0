import { join } from 'node:path';
import { cellOf, endOf } from '@accord/quality/audit/cellOf';
import { closedWindows, type WindowLength, windowLengths } from '@accord/quality/audit/closedWindows';
import { monthNumber } from '@accord/quality/monthNumber';
import type { Window } from '@accord/quality/reaudit/Audit';
import { compileRules, type Reader } from '@accord/quality/rules/compileRules';
import type { RuleSet } from '@accord/quality/rules/RuleSet';
import { versionOf } from '@accord/quality/rules/versionOf';
import { InputFault } from '../command/InputFault.ts';
import type { LinkageRow, Mapping } from '../mapping/Mapping.ts';
import type { Batch } from '../mapping/table.ts';
import { assertGoesOn } from '../sync/assertGoesOn.ts';
import type { Progress } from '../sync/syncAgency.ts';
import { Outcomes, outcomesPath, recordLine } from './Outcomes.ts';
import { outcomeOf, type Tally } from './outcomeOf.ts';
import { alone, WholeFile } from './ownFolder.ts';
import { factsOf, isOnFile, type RecordOutcome } from './RecordOutcome.ts';
import { beginCells, keptWindows, lookAgain, namesOf, publish } from './tables.ts';

export type AuditGiven = Readonly<{
  /** The agency's own folder for what an audit keeps. */
  folder: string;
  rules: RuleSet;
  now: Date;
  length: WindowLength;
  /** How many closed windows back it looks; a window that was published is not counted again. */
  windows: number;
  progress?: Progress;
}>;

/** What an audit did. It names nobody. */
export type Audited = Readonly<{ records: number; notes: number; read: number; published: number; rules: string }>;

const pageSize = 200;
/** How many later windows the same records are looked at again in. */
const looksAgain = 4;

/**
 * Reads the agency's own records page by page, judges notes by the rules and needs by their codes, keeps what it found in the agency's
 * own folder, and publishes tables of closed windows there. It writes nothing else, makes no alert, and knows no author.
 *
 * Only notes that are new or changed since the last audit, or all where the rules are others, are read by the rules.
 */
export async function auditAgency(mapping: Mapping, given: AuditGiven): Promise<Audited> {
  const { linkage } = mapping;
  if (!linkage)
    throw new InputFault(
      'An audit reads the records as a sync does, by "linkage", which the mapping does not have. Add it to the mapping.',
    );
  if (!mapping.alerts)
    throw new InputFault(
      'An audit compares records with their alerts, but the mapping has no "alerts", so every record would seem to lack one. Add it to the mapping.',
    );
  return alone(join(given.folder, 'audit.lock'), async () => {
    const rules = versionOf(given.rules);
    const closed = closedWindows(given.now.toISOString().slice(0, 10), given.length, given.windows);
    const kept = await keptWindows(given.folder);
    assertApart(
      closed,
      kept.map(({ window }) => window),
    );
    // Of all categories together or of none: a table counted later has the same people in all but for who came and went since, and the
    // difference of the two would tell of them. A category that the rules have since begins with the next window.
    const uncounted = closed.filter((window) => !kept.some((one) => sameWindow(one.window, window)));
    const due = [...given.rules.alerts.keys()].flatMap((category) => uncounted.map((window) => ({ category, window })));
    const walked = await walk(mapping, {
      ...given,
      linkage,
      rules: { id: rules, read: compileRules(given.rules) },
      due,
    });
    const outcomes = await Outcomes.open(given.folder);
    let published = 0;
    try {
      for (const named of await keptWindows(given.folder)) {
        const later = closed.filter((window) =>
          isSoonAfter(window, named.window, looksAgain * windowLengths[given.length]),
        );
        await lookAgain(given.folder, named, later.map(endOf), outcomes);
        if (await publish(given.folder, named)) published += 1;
      }
    } finally {
      await outcomes.close();
    }
    return { ...walked, published, rules };
  });
}

type Due = Readonly<{ category: string; window: Window }>;
type Walk = Omit<AuditGiven, 'rules'> &
  Readonly<{
    linkage: NonNullable<Mapping['linkage']>;
    rules: Readonly<{ id: string; read: Reader }>;
    due: readonly Due[];
  }>;

/** One pass over all records: what is found of each is written, and where it stands in the windows that are due. */
async function walk(mapping: Mapping, { folder, now, linkage, rules, due, progress }: Walk) {
  const before = await Outcomes.open(folder);
  const file = await WholeFile.begin(outcomesPath(folder));
  const publishedOn = now.toISOString().slice(0, 10);
  const cells = await Promise.all(
    due.map(async ({ category, window }) => ({
      ...{ category, window, names: namesOf(window) },
      file: await beginCells(folder, { category, window, rules: rules.id, publishedOn, lookedAgain: [] }),
    })),
  );
  const tally: Tally = { notes: 0, read: 0 };
  const of = (await linkage.count?.()) ?? null;
  let records = 0;
  try {
    await file.line(JSON.stringify({ rules: rules.id, at: now.toISOString() }));
    for (let after: string | null = null; ; ) {
      const rows: readonly LinkageRow[] = await linkage.page(after, pageSize);
      if (rows.length === 0) break;
      assertGoesOn(rows, after);
      after = String(rows.at(-1)?.number);
      for (const told of await readPage(mapping, rows, now)) {
        const last = before.rules === rules.id ? await before.of(String(told.row.number)) : null;
        const outcome = outcomeOf(told, rules.read, last, tally);
        await file.line(recordLine(outcome));
        for (const one of cells) {
          const place = placeOf(outcome, one);
          if (place) await one.file.put(outcome.record, place);
        }
      }
      records += rows.length;
      progress?.(records, of);
    }
    // All are on the disk before the first counts: what a full disk leaves out would not be counted again.
    for (const one of cells) await one.file.written();
    await file.done();
    for (const one of cells) await one.file.done();
  } catch (error) {
    await file.abandon();
    for (const one of cells) await one.file.abandon();
    throw error;
  } finally {
    await before.close();
  }
  return { records, ...tally };
}

function placeOf(outcome: RecordOutcome, { category, window, names }: Due & Readonly<{ names: readonly string[] }>) {
  if (!isOnFile(outcome, `${window.first}-01`, endOf(window))) return null;
  const cell = cellOf(factsOf(outcome, category), window);
  return names.map((name) => cell[name] ?? 'NONE');
}

/** What the sections tell of a page of records. Each section is loaded once for all of them. */
async function readPage(mapping: Mapping, rows: readonly LinkageRow[], now: Date) {
  const batch: Batch = { now };
  return Promise.all(
    rows.map(async (row) => {
      const number = String(row.number);
      const [involvement, notes, needs, alerts] = await Promise.all([
        mapping.involvement?.of(number, batch) ?? null,
        mapping.notes?.of(number, batch) ?? null,
        mapping.needs?.of(number, batch) ?? null,
        mapping.alerts?.of(number, batch) ?? null,
      ]);
      return { row, involvement, notes: notes ?? [], needs: needs ?? [], alerts: alerts ?? [] };
    }),
  );
}

const isSoonAfter = (one: Window, other: Window, months: number): boolean => {
  const later = monthNumber(one.last) - monthNumber(other.last);
  return later > 0 && later <= months;
};

const sameWindow = (a: Window, b: Window): boolean => a.first === b.first && a.last === b.last;

/** Two windows with months in common could be subtracted from each other. */
function assertApart(closed: readonly Window[], kept: readonly Window[]): void {
  const clash = kept.find((one) =>
    closed.some((other) => !sameWindow(one, other) && one.first <= other.last && other.first <= one.last),
  );
  if (clash)
    throw new InputFault(
      `A window from ${clash.first} to ${clash.last} is already published, and windows of another length would overlap with it. Set ACCORD_AUDIT_WINDOWS back to what it was.`,
    );
}
