import { aboutNeed } from '@accord/contract/vocabulary';
import type { Mapping } from '@accord/kit/Mapping';
import type { PrismaClient } from './generated/prisma/client.ts';
import * as own from './ownCodes.ts';

/** The flag statuses that mean active or under review. */
const holding = Object.entries(own.flagStatuses).flatMap(([status, means]) =>
  means === 'ACTIVE' || means === 'UNDER_REVIEW' ? [status] : [],
);

/** How well the EHR's records are kept, in five statements however many people there are. */
export const dataQuality =
  (db: PrismaClient): NonNullable<Mapping['dataQuality']> =>
  async ({ today, yearAgo }) => {
    const live = { voided: false };
    const ofLive = { ...live, person: live };
    const since = { gte: new Date(yearAgo) };
    const [births, untouched, flags, overdue, needs] = await Promise.all([
      db.person.groupBy({ by: ['birthdateEstimated'], where: live, _count: { _all: true, birthdate: true } }),
      db.person.count({
        where: {
          ...{ ...live, dischargeDate: null, intakeDate: { lt: since.gte } },
          obs: { none: { ...live, obsDatetime: since } },
          flags: { none: { ...live, dateRaised: since } },
        },
      }),
      db.flag.groupBy({ by: ['conceptId', 'status'], where: ofLive, _count: { _all: true, reviewDate: true } }),
      db.flag.count({ where: { ...ofLive, status: { in: holding }, reviewDate: { lt: new Date(today) } } }),
      db.obs.groupBy({ by: ['valueCoded'], where: { ...ofLive, conceptId: own.concepts.need }, _count: true }),
    ]);
    const held = flags.filter(({ status }) => holding.includes(status));
    return {
      records: sum(births, ({ _count }) => _count._all),
      birthDates: {
        missing: sum(births, ({ _count }) => _count._all - _count.birthdate),
        estimated: sum(births, ({ birthdateEstimated, _count }) => (birthdateEstimated ? _count.birthdate : 0)),
      },
      untouched,
      alerts: {
        active: sum(held, ({ _count }) => _count._all),
        withoutReview: sum(held, ({ _count }) => _count._all - _count.reviewDate),
        overdue,
      },
      alertCodes: {
        all: sum(flags, ({ _count }) => _count._all),
        unmapped: sum(flags, ({ conceptId, _count }) => (conceptId in own.flagConcepts ? 0 : _count._all)),
      },
      needCodes: {
        all: sum(needs, ({ _count }) => _count),
        unmapped: sum(needs, ({ valueCoded, _count }) =>
          valueCoded === null || aboutNeed(own.reasonOfConcept(valueCoded)).length === 0 ? _count : 0,
        ),
      },
    };
  };

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
