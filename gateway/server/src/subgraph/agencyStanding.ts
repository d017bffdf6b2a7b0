import { dialsIn } from '@accord/contract/dialsIn';
import type { AgencyPulse } from '../agencies/AgencyPulse.ts';
import type { Partner, Requester } from '../identity/Requester.ts';
import type { RequestContext } from '../RequestContext.ts';
import { notSeen } from '../store/agencies.ts';
import { isAllowed } from './mayDo.ts';

export type StandingParts = Readonly<{ health: Pick<AgencyPulse, 'of'> }>;

/**
 * Returns the fields that say how an agency stands, for those who may know: people who answer for quality see it of all agencies,
 * everybody else who works at one sees it of their own.
 *
 * That an agency does not answer could be compared with a client's answer from which an unnamed source is missing. It discloses
 * nothing new to those who see it here: under the same purposes, `figures` names every agency that does not answer, and people
 * know the state of their own. Nobody else sees it, so a worker who asks about clients learns of no agency but their own.
 *
 * `lastSyncedAt` is sent after every sync, with new records or without: it says when the agency looked, not when somebody's record
 * changed. The number of records, which would say that, is not sent.
 */
export function agencyStanding({ health }: StandingParts) {
  /** Null if the requester may not know. Reads the registry's row, since the parent here may hold no more than an id. */
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

/** Whether a requester may know how an agency stands, including that it is suspended. */
export const mayKnowStanding = (requester: Requester, agency: string): boolean =>
  requester.self === null && (requester.agency.id === agency || isAllowed('agencyStanding', requester));
