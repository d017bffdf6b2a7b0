import { dialsIn } from '@accord/contract/dialsIn';
import type { AgencyPulse } from '../agencies/AgencyPulse.ts';
import type { Partner, Requester } from '../identity/Requester.ts';
import type { RequestContext } from '../RequestContext.ts';
import { notSeen } from '../store/agencies.ts';
import { isAllowed } from './mayDo.ts';

export type StandingParts = Readonly<{ health: Pick<AgencyPulse, 'of'> }>;

/**
 * How an agency stands, for those who may know: whoever answers for quality, of all; everybody who works at one, of their own.
 *
 * That an agency does not answer can be set beside a client's answer from which a source is missing that is not named. It tells nothing that
 * those who are told here do not have: under the same purposes `figures` names every agency that does not answer, and one that people work
 * at is known to them. Nobody else is told, so a worker who asks about clients learns of no agency but their own.
 */
export function agencyStanding({ health }: StandingParts) {
  /** Null where the requester may not know; the registry's row, since what points here may hold no more than an id. */
  const told =
    <Value>(read: (partner: Partner, context: RequestContext) => Value) =>
    ({ id }: Readonly<{ id: string }>, _: unknown, context: RequestContext): Value | null => {
      const partner = context.partners.get(id);
      return partner && mayKnowStanding(context.requester, id) ? read(partner, context) : null;
    };
  return {
    state: told(({ state }) => state),
    contractVersion: told(({ contractVersion }) => (contractVersion === notSeen ? null : contractVersion)),
    reach: told(({ url }) => (url === dialsIn ? 'DIALS_IN' : 'HTTP')),
    health: told(async (partner, { now }) => {
      if (partner.state !== 'ACTIVE') return null;
      const { state, checkedAt } = await health.of(partner, now);
      return { state, checkedAt: checkedAt.toISOString() };
    }),
    lastSyncedAt: told(({ lastSyncedAt, participation }) =>
      participation === 'NONE' ? null : (lastSyncedAt?.toISOString() ?? null),
    ),
  };
}

/** Whether a requester may know how an agency stands: that it is suspended among it. */
export const mayKnowStanding = (requester: Requester, agency: string): boolean =>
  requester.self === null && (requester.agency.id === agency || isAllowed('agencyStanding', requester));
