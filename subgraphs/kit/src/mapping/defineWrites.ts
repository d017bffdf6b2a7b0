import { createHash } from 'node:crypto';
import type { AlertCertainty, AlertSeverity } from '@accord/contract/generated/api';

/** An alert as a worker worded it, in the contract's terms. */
export type AlertDraft = Readonly<{
  code: string;
  certainty: AlertCertainty;
  severity: AlertSeverity;
  text: string;
  reviewDue: string | null;
}>;

/** Who wants something written, in which record, and today's date (`YYYY-MM-DD`, in the partnership's time zone). */
export type WriteAsk = Readonly<{ record: string; by: Readonly<{ user: string; role: string }>; today: string }>;

/** A row as it is after the write, shown to the worker in a dry run. */
export type WrittenRow = Readonly<{ table: string; columns: Readonly<Record<string, unknown>> }>;

/** Why an agency does not take an order. Only these reasons reach the worker. */
export const refusedWhy = ['RECORD_UNKNOWN', 'ALERT_UNKNOWN', 'ALERT_ENDED', 'CODE_NOT_HELD'] as const;
export type RefusedWhy = (typeof refusedWhy)[number];

/** Thrown by a write mapping where it cannot take an order. Everything written for the order is rolled back. */
export class NotTaken extends Error {
  readonly why: RefusedWhy;
  constructor(why: RefusedWhy) {
    super(why);
    this.name = 'NotTaken';
    this.why = why;
  }
}

/**
 * How an agency writes alerts: its own statements on its own tables, in the transaction it is given. Each returns the rows
 * it wrote, as they are then. An operation that is not here cannot be requested.
 */
export type AlertWrites<Transaction> = Readonly<{
  raise(tx: Transaction, ask: WriteAsk & Readonly<{ draft: AlertDraft }>): Promise<readonly WrittenRow[]>;
  review(
    tx: Transaction,
    ask: WriteAsk & Readonly<{ alert: string; reviewDue: string; certainty: AlertCertainty | null }>,
  ): Promise<readonly WrittenRow[]>;
  extend(tx: Transaction, ask: WriteAsk & Readonly<{ alert: string; until: string }>): Promise<readonly WrittenRow[]>;
  end(
    tx: Transaction,
    ask: WriteAsk & Readonly<{ alert: string; why: 'NO_LONGER' | 'WRONG'; reason: string }>,
  ): Promise<readonly WrittenRow[]>;
  correct(
    tx: Transaction,
    ask: WriteAsk & Readonly<{ alert: string; reason: string; replacement: AlertDraft | null }>,
  ): Promise<readonly WrittenRow[]>;
}>;

type AskOf<Act extends keyof AlertWrites<unknown>> = Parameters<AlertWrites<unknown>[Act]>[1];

/** What is to be written, and for which ask. */
export type Write = {
  [Act in keyof AlertWrites<unknown>]: Readonly<{ act: Act; ask: AskOf<Act> }>;
}[keyof AlertWrites<unknown>];

/** An order that was carried out: its id, and a digest of what it asked for. */
export type DoneOrder = Readonly<{ order: string; digest: string }>;

/** The parts of a write mapping. `Transaction` is the agency's own type, such as its Prisma client inside `$transaction`. */
export type WritesGiven<Transaction> = Readonly<{
  /** Whether a lead of the agency approves what a worker raises before it is written. */
  approval: 'TEAM_LEADER' | 'NONE';
  /** Does all of the work or, if it throws, none of it. On a connection whose role can write these tables and no others. */
  inTransaction<Done>(work: (tx: Transaction) => Promise<Done>): Promise<Done>;
  /**
   * The orders that were carried out. They are kept in the same database and transaction as what they wrote, so both are
   * there or neither is.
   */
  orders: Readonly<{
    find(tx: Transaction, order: string): Promise<DoneOrder | null>;
    /** Throws where the order is already kept. */
    keep(tx: Transaction, done: DoneOrder): Promise<void>;
  }>;
  alert: AlertWrites<Transaction>;
}>;

/** The outcome of an order. `USED`: its id was used for something else. */
export type Carried =
  | Readonly<{ kind: 'WRITTEN' }>
  | Readonly<{ kind: 'DRY_RUN'; rows: readonly WrittenRow[] }>
  | Readonly<{ kind: 'USED' }>
  | Readonly<{ kind: 'NOT_TAKEN'; why: RefusedWhy }>;

/** A write mapping as the kit uses it. */
export type Writes = Readonly<{
  approval: 'TEAM_LEADER' | 'NONE';
  /** Writes once, however often the same order arrives. */
  carryOut(write: Write, done: DoneOrder): Promise<Carried>;
  /**
   * Makes sure that the order is never carried out; false where it already was. If both happen at once, the database
   * accepts one.
   */
  giveUp(done: DoneOrder): Promise<boolean>;
  /** Carries out the same statements and rolls them back. */
  dryRun(write: Write): Promise<Carried>;
}>;

class Undone extends Error {
  readonly rows: readonly WrittenRow[];
  constructor(rows: readonly WrittenRow[]) {
    super('A dry run is undone.');
    this.rows = rows;
  }
}

/**
 * Declares how an agency takes alerts from its own workers through the hub. An agency without this takes none.
 *
 * INVARIANT: an order and what it wrote are in one transaction. A crash between the write and the answer leaves both or
 * neither, and when the order is sent again, it is found to be carried out.
 */
export function defineWrites<Transaction>(given: WritesGiven<Transaction>): Writes {
  const { approval, inTransaction, orders, alert } = given;
  const asDone = async (tx: Transaction, { order, digest }: DoneOrder): Promise<Carried | null> => {
    const found = await orders.find(tx, order);
    return found && { kind: found.digest === digest ? 'WRITTEN' : 'USED' };
  };
  const once = async (done: DoneOrder, work: (tx: Transaction) => Promise<unknown>): Promise<Carried> => {
    try {
      return await inTransaction(async (tx): Promise<Carried> => {
        const before = await asDone(tx, done);
        if (before) return before;
        await orders.keep(tx, done);
        await work(tx);
        return { kind: 'WRITTEN' };
      });
    } catch (error) {
      if (error instanceof NotTaken) return { kind: 'NOT_TAKEN', why: error.why };
      // The same order may have arrived twice at once; then the other one has carried it out.
      const meanwhile = await inTransaction((tx) => asDone(tx, done));
      if (meanwhile) return meanwhile;
      throw error;
    }
  };
  return {
    approval,
    carryOut: (write, done) => once(done, (tx) => perform(alert, tx, write)),
    giveUp: async ({ order, digest }) =>
      (await once({ order, digest: givenUp(digest) }, async () => {})).kind === 'WRITTEN',
    async dryRun(write) {
      try {
        return await inTransaction(async (tx) => {
          throw new Undone(await perform(alert, tx, write));
        });
      } catch (error) {
        if (error instanceof Undone) return { kind: 'DRY_RUN', rows: error.rows };
        if (error instanceof NotTaken) return { kind: 'NOT_TAKEN', why: error.why };
        throw error;
      }
    },
  };
}

/** What is kept for an order that was given up: as long as its own digest, but a different one. */
const givenUp = (digest: string): string => createHash('sha256').update(`given up ${digest}`).digest('base64url');

function perform<Transaction>(
  alert: AlertWrites<Transaction>,
  tx: Transaction,
  write: Write,
): Promise<readonly WrittenRow[]> {
  switch (write.act) {
    case 'raise':
      return alert.raise(tx, write.ask);
    case 'review':
      return alert.review(tx, write.ask);
    case 'extend':
      return alert.extend(tx, write.ask);
    case 'end':
      return alert.end(tx, write.ask);
    case 'correct':
      return alert.correct(tx, write.ask);
    default:
      return write satisfies never;
  }
}
