import { join } from 'node:path';
import {
  type AlertDraft,
  defineWrites,
  NotTaken,
  type WriteAsk,
  type Writes,
  type WrittenRow,
} from '@accord/kit/defineWrites';
import { defineAgency, type Mapping } from '@accord/kit/Mapping';
import { many, one } from '@accord/kit/section';
import { table } from '@accord/kit/table';
import { createClient, type InValue, type Row, type Transaction } from '@libsql/client';
import type { StoryCase } from './storyCases.ts';

/** An agency's own names for its tables, and its own code for violence. */
export type OwnWords = Readonly<{ people: string; note: string; need: string; alert: string; violence: string }>;

/** An agency with its own database and mapping. */
export type StoryAgency = Readonly<{
  mapping: Mapping;
  /** Takes cases in. */
  hold(cases: readonly StoryCase[]): Promise<void>;
  /** The texts of the alerts that came through Accord, from its own table. */
  alertTexts(): Promise<readonly string[]>;
  close(): void;
}>;

const bases = { INDICATED: 'I', DISCLOSED: 'D', ASSESSED: 'A' } as const;
const certaintyOf = (basis: unknown) => {
  const [found] = Object.entries(bases).filter(([, own]) => own === basis);
  return found ? (found[0] as keyof typeof bases) : null;
};
const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const day = (value: unknown): string | null => (value === null ? null : text(value));

/**
 * Opens the agency, empty. Its alert table accepts what its own workers raise through the hub; without `writes` it would accept
 * nothing.
 */
export async function openStoryAgency(id: string, words: OwnWords, folder: string): Promise<StoryAgency> {
  const db = createClient({ url: `file:${join(folder, `${id}.sqlite`)}` });
  const { people, note, need, alert, violence } = words;
  await db.executeMultiple(`
    CREATE TABLE ${people} (no INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT, worker TEXT, opened_on TEXT);
    CREATE TABLE ${note} (id INTEGER PRIMARY KEY, person_no INTEGER, written_on TEXT, body TEXT);
    CREATE TABLE ${need} (id INTEGER PRIMARY KEY, person_no INTEGER, found_on TEXT);
    CREATE TABLE ${alert} (id INTEGER PRIMARY KEY, person_no INTEGER, kind TEXT, basis TEXT, weight TEXT, details TEXT,
      raised_on TEXT, raised_by TEXT, review_on TEXT, ended_on TEXT);
    CREATE TABLE accord_order (id TEXT PRIMARY KEY, digest TEXT NOT NULL);`);
  const rowsOf = (from: string, key: string) =>
    table<Row>({
      rows: async (numbers) => {
        const args = numbers.map(Number);
        return (
          await db.execute({ sql: `SELECT * FROM ${from} WHERE ${key} IN (${args.map(() => '?')}) ORDER BY 1`, args })
        ).rows;
      },
      of: (row) => text(row[key]),
    });
  const records = rowsOf(people, 'no');
  const mapping = defineAgency({
    ...{ id, records, writes: writesOf(() => db.transaction('write'), words) },
    identity: one(records, (row) => ({ name: { given: text(row.first_name), family: text(row.last_name) } })),
    involvement: one(records, (row) => ({ programme: 'Case work', since: text(row.opened_on), until: null })),
    inCharge: one(records, (row) => ({ user: text(row.worker) })),
    notes: many(rowsOf(note, 'person_no'), (row) => ({
      ...{ id: text(row.id), about: ['SERVICE_USE'], writtenOn: text(row.written_on), text: text(row.body) },
    })),
    needs: many(rowsOf(need, 'person_no'), (row) => ({
      ...{ id: text(row.id), about: ['FV_RISK'], code: '9', identifiedOn: text(row.found_on) },
    })),
    alerts: many(rowsOf(alert, 'person_no'), (row) => ({
      ...{ id: text(row.id), about: ['FV_RISK'], text: text(row.details), certainty: certaintyOf(row.basis) },
      code: row.kind === violence ? 'FAMILY_VIOLENCE_EXPERIENCING' : null,
      status: row.ended_on === null ? ('ACTIVE' as const) : ('CLOSED' as const),
      ...{ raisedOn: day(row.raised_on), endedOn: day(row.ended_on) },
    })),
    linkage: {
      page: async (after, size) => {
        const sql = `SELECT * FROM ${people} WHERE no > ? ORDER BY no LIMIT ?`;
        return (await db.execute({ sql, args: [Number(after ?? 0), size] })).rows.map((row) => ({
          ...{
            number: text(row.no),
            given: text(row.first_name),
            family: text(row.last_name),
            worker: text(row.worker),
          },
          ...{ dateOfBirth: null, dobAccuracy: 'UNKNOWN' as const, sex: null, open: true },
        }));
      },
    },
  });
  return {
    mapping,
    async hold(cases) {
      const put = (into: string, columns: string, args: readonly InValue[]) => ({
        ...{ sql: `INSERT INTO ${into} (${columns}) VALUES (${args.map(() => '?')})`, args: [...args] },
      });
      await db.batch(
        cases.flatMap((one) => [
          put(people, 'no, first_name, last_name, worker, opened_on', [
            one.number,
            one.given,
            one.family,
            one.worker,
            one.openedOn,
          ]),
          ...one.notes.map(({ on, text: body }) => put(note, 'person_no, written_on, body', [one.number, on, body])),
          ...(one.needOn ? [put(need, 'person_no, found_on', [one.number, one.needOn])] : []),
          ...(one.alert
            ? [
                put(alert, 'person_no, kind, basis, raised_on, details', [
                  ...[one.number, violence, bases[one.alert.certainty], one.alert.raisedOn, ''],
                ]),
              ]
            : []),
        ]),
        'write',
      );
    },
    alertTexts: async () =>
      (await db.execute(`SELECT details FROM ${alert} WHERE raised_by IS NOT NULL ORDER BY id`)).rows.map((row) =>
        text(row.details),
      ),
    close: () => db.close(),
  };
}

/** How it accepts alerts: only of violence, the one kind its table holds. */
function writesOf(begin: () => Promise<Transaction>, { people, alert, violence }: OwnWords): Writes {
  const changed = async (
    tx: Transaction,
    sets: string,
    args: readonly InValue[],
    id: string,
    record: string,
  ): Promise<readonly WrittenRow[]> => {
    const where = `WHERE id = ? AND person_no = ? AND ended_on IS NULL RETURNING *`;
    const { rows } = await tx.execute({ sql: `UPDATE ${alert} SET ${sets} ${where}`, args: [...args, id, record] });
    if (rows.length === 0) throw new NotTaken('ALERT_UNKNOWN');
    return rows.map((row) => ({ table: alert, columns: { ...row } }));
  };
  const raise = async (
    tx: Transaction,
    { record, by, today }: WriteAsk,
    draft: AlertDraft,
  ): Promise<readonly WrittenRow[]> => {
    const known = await tx.execute({ sql: `SELECT no FROM ${people} WHERE no = ?`, args: [Number(record)] });
    if (known.rows.length === 0) throw new NotTaken('RECORD_UNKNOWN');
    const basis = Object.entries(bases).find(([certainty]) => certainty === draft.certainty)?.[1];
    if (basis === undefined || draft.code !== 'FAMILY_VIOLENCE_EXPERIENCING') throw new NotTaken('CODE_NOT_HELD');
    const columns = 'person_no, kind, basis, weight, details, raised_on, raised_by, review_on';
    const args = [Number(record), violence, basis, draft.severity, draft.text, today, by.user, draft.reviewDue];
    const sql = `INSERT INTO ${alert} (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`;
    const { rows } = await tx.execute({ sql, args });
    return rows.map((row) => ({ table: alert, columns: { ...row } }));
  };
  return defineWrites<Transaction>({
    approval: 'NONE',
    async inTransaction(work) {
      const tx = await begin();
      try {
        const done = await work(tx);
        await tx.commit();
        return done;
      } finally {
        // Rolls back whatever was not committed.
        tx.close();
      }
    },
    orders: {
      async find(tx, order) {
        const { rows } = await tx.execute({ sql: 'SELECT id, digest FROM accord_order WHERE id = ?', args: [order] });
        return rows[0] ? { order: text(rows[0].id), digest: text(rows[0].digest) } : null;
      },
      async keep(tx, { order, digest }) {
        await tx.execute({ sql: 'INSERT INTO accord_order (id, digest) VALUES (?, ?)', args: [order, digest] });
      },
    },
    alert: {
      raise: (tx, { draft, ...ask }) => raise(tx, ask, draft),
      review: (tx, { record, alert: id, reviewDue }) => changed(tx, 'review_on = ?', [reviewDue], id, record),
      extend: (tx, { record, alert: id, until }) => changed(tx, 'review_on = ?', [until], id, record),
      end: (tx, { record, alert: id, today }) => changed(tx, 'ended_on = ?', [today], id, record),
      async correct(tx, { alert: id, replacement, ...ask }) {
        const ended = await changed(tx, 'ended_on = ?', [ask.today], id, ask.record);
        return replacement ? [...ended, ...(await raise(tx, ask, replacement))] : ended;
      },
    },
  });
}
