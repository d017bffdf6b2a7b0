import { createHash } from 'node:crypto';
import type { Alert, Involvement, Need, Note } from '@accord/contract/generated/api';
import type { Reader } from '@accord/quality/rules/compileRules';
import type { LinkageRow, Own } from '../mapping/Mapping.ts';
import { type Found, isEvidence, type NoteOutcome, type RecordOutcome, type Span } from './RecordOutcome.ts';

/** What a record's sections say. */
export type Told = Readonly<{
  row: LinkageRow;
  involvement: Involvement | null;
  notes: readonly Own<Note>[];
  needs: readonly Own<Need>[];
  alerts: readonly Own<Alert>[];
}>;

/** How many notes there were, and how many of them the rules had to read. */
export type Tally = { notes: number; read: number };

/**
 * What the rules find in a record. A note unchanged since the last audit under the same rules is not read again: `before`
 * is that audit's outcome, null where it used other rules.
 */
export function outcomeOf(
  { row, involvement, notes, needs, alerts }: Told,
  read: Reader,
  before: RecordOutcome | null,
  tally: Tally,
): RecordOutcome {
  const known = [row.given, row.family, ...(row.alsoKnownAs ?? []).flatMap(({ given, family }) => [given, family])];
  const client = [...new Set(known.filter((name) => name !== null))];
  const names = digestOf(client);
  const outcomes = notes.map((note): readonly [string, NoteOutcome] => {
    const [id, on, text] = [String(note.id), note.writtenOn ?? null, note.text ?? ''];
    const hash = hashOf(text, on);
    tally.notes += 1;
    const last = before?.names === names ? before.notes[id] : undefined;
    if (last?.hash === hash) return [id, last];
    tally.read += 1;
    const context = { client, ...(on !== null && { writtenIn: Number(on.slice(0, 4)) }) };
    const found = read(text, context).flatMap(({ category, kind, when, quotes }): readonly [string, Found][] => {
      if (kind === 'NONE') return [];
      const spans = quotes.map(({ start, end, rule, why }): Span => [start, end, rule, why]);
      return [[category, { kind, when, spans }]];
    });
    return [id, { hash, on, found: Object.fromEntries(found) }];
  });
  return {
    record: String(row.number),
    names,
    since: involvement?.since ?? null,
    until: involvement?.until ?? null,
    notes: Object.fromEntries(outcomes),
    needs: Object.fromEntries(
      needs.flatMap(({ id, code, identifiedOn }) =>
        code && isEvidence(code) ? [[String(id), { code, on: identifiedOn ?? null }]] : [],
      ),
    ),
    alerts: alertsByCode(alerts),
  };
}

function alertsByCode(alerts: readonly Own<Alert>[]): RecordOutcome['alerts'] {
  const byCode: Record<string, RecordOutcome['alerts'][string]> = {};
  for (const { code, raisedOn = null, endedOn = null, status = null, certainty = null } of alerts)
    if (code) byCode[code] = [...(byCode[code] ?? []), { raisedOn, endedOn, status, certainty }];
  return byCode;
}

/** A hash that changes when the note's text or day does. */
export const hashOf = (text: string, on: string | null): string => digestOf([text, on]);

const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
