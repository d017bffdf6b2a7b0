import { aboutNeed } from '@accord/contract/vocabulary';
import type { Mapping } from '@accord/kit/Mapping';
import type { PrismaClient } from './generated/prisma/client.ts';
import * as own from './ownCodes.ts';
import { accuracy } from './personCodes.ts';

/** The alert statuses that mean active or under review. */
const holding = Object.entries(own.alertStatuses).flatMap(([status, means]) =>
  means === 'ACTIVE' || means === 'UNDER_REVIEW' ? [status] : [],
);

/** How well HarbourCare's records are kept, in five statements however many clients there are. */
export const dataQuality =
  (db: PrismaClient): NonNullable<Mapping['dataQuality']> =>
  async ({ today, yearAgo }) => {
    const live = { deletedAt: null };
    const ofLive = { ...live, client: live };
    const since = { gte: new Date(yearAgo) };
    const [births, untouched, alerts, overdue, needs] = await Promise.all([
      db.client.groupBy({ by: ['dobAccuracy'], where: live, _count: { _all: true, dateOfBirth: true } }),
      db.client.count({
        where: {
          ...{ ...live, exitedOn: null, registeredOn: { lt: since.gte } },
          notes: { none: { ...live, writtenOn: since } },
          needs: { none: { ...live, identifiedOn: since } },
          alerts: { none: { ...live, raisedOn: since } },
        },
      }),
      db.alert.groupBy({ by: ['typeCode', 'status'], where: ofLive, _count: { _all: true, reviewDueOn: true } }),
      db.alert.count({ where: { ...ofLive, status: { in: holding }, reviewDueOn: { lt: new Date(today) } } }),
      db.need.groupBy({ by: ['reasonCode'], where: ofLive, _count: true }),
    ]);
    const held = alerts.filter(({ status }) => holding.includes(status));
    return {
      records: sum(births, ({ _count }) => _count._all),
      birthDates: {
        missing: sum(births, ({ _count }) => _count._all - _count.dateOfBirth),
        estimated: sum(births, ({ dobAccuracy, _count }) =>
          accuracy(dobAccuracy) === 'ESTIMATED' ? _count.dateOfBirth : 0,
        ),
      },
      untouched,
      alerts: {
        active: sum(held, ({ _count }) => _count._all),
        withoutReview: sum(held, ({ _count }) => _count._all - _count.reviewDueOn),
        overdue,
      },
      alertCodes: {
        all: sum(alerts, ({ _count }) => _count._all),
        unmapped: sum(alerts, ({ typeCode, _count }) => (typeCode in own.alertTypes ? 0 : _count._all)),
      },
      // Harbour records needs under the national reason codes.
      needCodes: {
        all: sum(needs, ({ _count }) => _count),
        unmapped: sum(needs, ({ reasonCode, _count }) => (aboutNeed(String(reasonCode)).length === 0 ? _count : 0)),
      },
    };
  };

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
