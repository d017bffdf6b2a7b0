import { randomUUID } from 'node:crypto';
import type { AggregateScope } from '@accord/contract/generated/api';
import { CallerFault } from '../../CallerFault.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { Vetoes, VetoRow } from '../../store/vetoes.ts';
import { assertMayDo } from '../../subgraph/mayDo.ts';
import { within } from './proposedChange.ts';

type VetoParts = Readonly<{ store: Readonly<{ vetoes: Vetoes }> }>;

/**
 * Keeps the data of the requester's own agency's clients out of what is counted together, at once. Throws `ARGUMENT_REFUSED` if
 * the agency has no stewardship of it (CARE: authority to control), or such a veto is already in force.
 */
export async function vetoAggregate(
  { scope, reason }: Readonly<{ scope: AggregateScope; reason: string }>,
  { store }: VetoParts,
  { requester, now, changed }: RequestContext,
) {
  assertMayDo('vetoAggregate', requester);
  const { agency, user } = requester;
  const words = within('reason', reason, 1_000);
  if (!agency.stewardship)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `${agency.name} is on file neither as a specialist nor as an Aboriginal community-controlled agency. Ask the people who run the hub to record that.`,
    );
  const standing = (await store.vetoes.vetoesOf(now)).some((one) => one.agencyId === agency.id && one.scope === scope);
  if (standing) throw new CallerFault('ARGUMENT_REFUSED', 'Your agency already has this veto.');
  const veto = { id: randomUUID(), agencyId: agency.id, scope, reason: words, by: user, at: now };
  await store.vetoes.put(veto);
  changed.add(veto.id);
  return { ...veto, liftedAt: null };
}

/** Lifts a veto of the requester's own agency. Throws `FACT_UNKNOWN` if there is none. */
export async function liftAggregateVeto(
  { id, reason }: Readonly<{ id: string; reason: string }>,
  { store }: VetoParts,
  { requester, now, changed }: RequestContext,
) {
  assertMayDo('liftAggregateVeto', requester);
  const words = within('reason', reason, 1_000);
  const of = { agencyId: requester.agency.id, by: requester.user, reason: words, at: now, liftId: randomUUID() };
  const lifted = await store.vetoes.lift(id, of);
  if (!lifted) throw new CallerFault('FACT_UNKNOWN');
  changed.add(id);
  return lifted;
}

/** A veto as everybody sees it: an agency's decision, not a person's. */
export const vetoView = (
  {
    id,
    agencyId,
    scope,
    reason,
    at,
    liftedAt,
  }: Pick<VetoRow, 'id' | 'agencyId' | 'scope' | 'reason' | 'at' | 'liftedAt'>,
  { partners }: RequestContext,
) => ({
  ...{ id, agency: partners.get(agencyId) ?? null, scope, reason },
  ...{ at: at.toISOString(), liftedAt: liftedAt?.toISOString() ?? null },
});
