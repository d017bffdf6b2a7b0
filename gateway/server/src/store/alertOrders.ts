import type { AlertAct, AlertOrderState } from '../generated/prisma/enums.ts';
import type { Database } from './Database.ts';
import { type NewNotice, putNotices } from './notices.ts';

/** An order that an agency accepted. Its content stays at the agency. */
export type NewAlertOrder = Readonly<{
  id: string;
  agencyId: string;
  order: string;
  handle: string;
  clientId: string;
  act: AlertAct;
  code: string;
  categories: readonly string[];
  state: AlertOrderState;
  askedBy: string;
  at: Date;
}>;

export type AlertOrderRow = NewAlertOrder & Readonly<{ decidedBy: string | null; decidedAt: Date | null }>;

export type AlertOrders = Readonly<{
  /**
   * Stores an order together with its notices, all or none. @returns false where the order was on file already: it and its notices stand.
   */
  put: (order: NewAlertOrder, notices: readonly NewNotice[]) => Promise<boolean>;
  /** Stores a lead's decision on a waiting order; an order already decided stays as it is. */
  decide: (
    order: Pick<NewAlertOrder, 'agencyId' | 'order'>,
    decision: Readonly<{ state: AlertOrderState; by: string; at: Date }>,
  ) => Promise<void>;
  /** Finds an order by the hub's own id. */
  find: (id: string) => Promise<AlertOrderRow | null>;
  ofAgency: (agencyId: string, order: string) => Promise<AlertOrderRow | null>;
  /** Orders that wait for a lead, newest first, from after the last one of the previous page. */
  waiting: (
    of: Readonly<{ agencyId: string; after: Readonly<{ at: Date; id: string }> | null; first: number }>,
  ) => Promise<readonly AlertOrderRow[]>;
}>;

export function alertOrders({ prisma, transaction }: Database): AlertOrders {
  return {
    put: (row, notices) =>
      transaction(async (connection) => {
        const { rowCount } = await connection.query(
          `INSERT INTO alert_order (id, agency_id, "order", handle, client_id, act, code, categories, state, asked_by, at)
           VALUES ($1, $2, $3, $4, $5, $6::alert_act, $7, $8, $9::alert_order_state, $10, $11)
           ON CONFLICT (agency_id, "order") DO NOTHING`,
          [
            ...[row.id, row.agencyId, row.order, row.handle, row.clientId, row.act],
            ...[row.code, row.categories, row.state, row.askedBy, row.at],
          ],
        );
        if (rowCount === 0) return false;
        await putNotices(connection, notices);
        return true;
      }),
    decide: async ({ agencyId, order }, { state, by, at }) => {
      await prisma.alertOrder.updateMany({
        where: { agencyId, order, state: 'WAITING' },
        data: { state, decidedBy: by, decidedAt: at },
      });
    },
    find: (id) => prisma.alertOrder.findUnique({ where: { id } }),
    ofAgency: (agencyId, order) => prisma.alertOrder.findUnique({ where: { agencyId_order: { agencyId, order } } }),
    waiting: ({ agencyId, after, first }) =>
      prisma.alertOrder.findMany({
        where: {
          ...{ agencyId, state: 'WAITING' },
          ...(after && { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }),
        },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: first,
      }),
  };
}
