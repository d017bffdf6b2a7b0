import {
  type AlertDraft,
  defineWrites,
  NotTaken,
  type WriteAsk,
  type Writes,
  type WrittenRow,
} from '@accord/kit/defineWrites';
import { ints } from '@accord/kit/ints';
import type { Alert, Prisma, PrismaClient } from './generated/prisma/client.ts';
import { alertBases, alertSeverities, alertTypes, ownCodeFor, positions } from './ownCodes.ts';

type Transaction = Prisma.TransactionClient;

/** Lock that makes writers raise alerts one after another: HarbourCare numbers its alerts itself and has no sequence. */
const counting = 4_101;

/**
 * How HarbourCare takes the alerts that Harbour's own workers raise through Accord. `db` connects as a role that can write
 * alerts only (`writes.sql`).
 */
export const harbourWrites = (db: PrismaClient, approval: Writes['approval'] = 'TEAM_LEADER'): Writes =>
  defineWrites<Transaction>({
    approval,
    inTransaction: (work) => db.$transaction(work),
    orders: {
      async find(tx, order) {
        const [found] = await tx.$queryRaw<{ id: string; digest: string }[]>`
          SELECT id, digest FROM accord_order WHERE id = ${order}`;
        return found ? { order: found.id, digest: found.digest } : null;
      },
      async keep(tx, { order, digest }) {
        await tx.$executeRaw`INSERT INTO accord_order (id, digest) VALUES (${order}, ${digest})`;
      },
    },
    alert: {
      raise: async (tx, { draft, ...ask }) => [await raise(tx, ask, draft)],
      async review(tx, { alert, reviewDue, certainty, ...ask }) {
        const { id } = await standing(tx, alert, ask);
        const basis = certainty && ownCodeFor(alertBases, certainty);
        return changed(tx, id, { status: 'open', reviewDueOn: new Date(reviewDue), ...(basis && { basis }) });
      },
      // HarbourCare has no date on which an alert ends automatically: it stays active until it is reviewed.
      async extend(tx, { alert, until, ...ask }) {
        const { id } = await standing(tx, alert, ask);
        return changed(tx, id, { status: 'open', reviewDueOn: new Date(until) });
      },
      async end(tx, { alert, why, reason, today, ...ask }) {
        const { id } = await standing(tx, alert, ask);
        const ended = { closedOn: new Date(today), closedReason: reason };
        return changed(
          tx,
          id,
          why === 'WRONG' ? { status: 'error', basis: 'R', ...ended } : { status: 'closed', ...ended },
        );
      },
      async correct(tx, { alert, reason, replacement, ...ask }) {
        const { id } = await standing(tx, alert, ask);
        const ended = { closedOn: new Date(ask.today), closedReason: reason };
        const rows = await changed(tx, id, { status: 'error', basis: 'C', ...ended });
        return replacement ? [...rows, await raise(tx, ask, replacement)] : rows;
      },
    },
  });

async function raise(tx: Transaction, { record, by, today }: WriteAsk, draft: AlertDraft): Promise<WrittenRow> {
  const [clientId = 0] = ints([record]);
  const client = await tx.client.findFirst({ where: { id: clientId, deletedAt: null }, select: { id: true } });
  if (!client) throw new NotTaken('RECORD_UNKNOWN');
  const typeCode = Object.entries(alertTypes).find(([, code]) => code === draft.code)?.[0];
  if (typeCode === undefined) throw new NotTaken('CODE_NOT_HELD');
  await tx.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock(${counting}::bigint)`;
  const { _max: last } = await tx.alert.aggregate({ _max: { id: true } });
  return row(
    await tx.alert.create({
      data: {
        ...{ id: (last.id ?? 0) + 1, clientId, typeCode, details: draft.text, status: 'open' },
        basis: ownCodeFor(alertBases, draft.certainty),
        severity: Number(ownCodeFor(alertSeverities, draft.severity)),
        raisedOn: new Date(today),
        raisedByPosition: positionOf(by.role),
        reviewDueOn: draft.reviewDue === null ? null : new Date(draft.reviewDue),
      },
    }),
  );
}

/** HarbourCare has only three positions; a practice lead counts as a team leader. */
const positionOf = (role: string): string => ownCodeFor(positions, role === 'PRACTICE_LEAD' ? 'TEAM_LEADER' : role);

/** An alert of this record that has not ended. */
async function standing(tx: Transaction, alert: string, { record }: Pick<WriteAsk, 'record'>): Promise<Alert> {
  const [[id = 0], [clientId = 0]] = [ints([alert]), ints([record])];
  const found = await tx.alert.findFirst({ where: { id, clientId, deletedAt: null } });
  if (!found) throw new NotTaken('ALERT_UNKNOWN');
  if (found.status === 'closed' || found.status === 'error') throw new NotTaken('ALERT_ENDED');
  return found;
}

async function changed(tx: Transaction, id: number, data: Prisma.AlertUpdateInput): Promise<readonly WrittenRow[]> {
  return [row(await tx.alert.update({ where: { id }, data }))];
}

const row = (columns: Alert): WrittenRow => ({ table: 'client_alert', columns });
