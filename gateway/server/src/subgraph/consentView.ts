import { consentsOf, type StandingConsent } from '@accord/consent/consentsOf';
import type { Consent as KnownConsent, Rule } from '@accord/consent/Facts';
import type { Profile } from '@accord/consent/Profile';
import type { Consent, ConsentEvidence, ConsentPart, ConsentStatus } from '@accord/contract/generated/api';
import { factsOf } from '../release/factsOf.ts';
import type { OpenedClient, OpenedConsent } from '../store/clients.ts';

/** A consent as callers see it. The graph resolves the fields of `client`. */
export type ConsentView = Omit<Consent, 'client'> & Readonly<{ client: Readonly<{ id: string }> }>;

/**
 * Returns a client's consents as callers see them, newest first: in the flat terms of the API, with the standing that the consent
 * rules give them now. `client` must hold only what the caller may know of, because a consent's standing depends on the other
 * facts.
 */
export function consentViews(client: OpenedClient, now: Date, profile: Profile): readonly ConsentView[] {
  const known = factsOf(client, { now, profile, unreadable: () => {} });
  const counting = known && consentsOf(known.facts, client.id, now.getTime(), profile.timeZone);
  const standing = new Map((counting ?? []).map((one) => [one.consent.id, one]));
  const said = new Map((known?.facts.consents ?? []).map((consent) => [consent.id, consent]));
  return [...client.consents].reverse().map((consent) => viewOf(consent, said.get(consent.id), standing, now));
}

function viewOf(
  row: OpenedConsent,
  consent: KnownConsent | undefined,
  standing: ReadonlyMap<string, StandingConsent>,
  now: Date,
): ConsentView {
  const { rule = {}, base = 'deny', effective = {}, givenBy, evidence } = consent ?? {};
  const refused = row.status === 'refused';
  const parts = refused ? [{ effect: 'permit' as const, rule }] : nodesOf(rule, rule.effect ?? base);
  return {
    id: row.id,
    client: { id: row.clientId },
    status: statusOf(row, standing.get(row.id), consent !== undefined),
    names: parts.filter(({ effect }) => effect === 'permit').map(({ rule: part }) => partView(part)),
    except: exceptionsIn(parts).map(partView),
    givenBy: givers[givenBy?.capacity ?? 'self'],
    from: effective.from ?? row.recordedAt.toISOString(),
    to: effective.to ?? null,
    evidence: kinds[evidence?.kind ?? 'in-person'],
    witness: evidence?.witness ?? null,
    words: row.words,
    language: row.language,
    recordedAt: row.recordedAt.toISOString(),
    withdrawnAt: row.withdrawnAt && row.withdrawnAt <= now ? row.withdrawnAt.toISOString() : null,
  };
}

type Node = Readonly<{ effect: 'permit' | 'deny'; rule: Rule; below?: boolean }>;

/** Every node of a consent's tree with its effect, from the top down; `below`: something around it permits. */
function nodesOf(rule: Rule, effect: 'permit' | 'deny', below = false): readonly Node[] {
  const opposite = effect === 'permit' ? 'deny' : 'permit';
  return [
    { effect, rule, below },
    ...(rule.except ?? []).flatMap((one) => nodesOf(one, one.effect ?? opposite, below || effect === 'permit')),
  ];
}

/** What is left out of what is named. A denial around everything is the opt-in form, and leaves nothing out. */
const exceptionsIn = (nodes: readonly Node[]): readonly Rule[] =>
  nodes.filter(({ effect, below }) => effect === 'deny' && below).map(({ rule }) => rule);

const partView = ({ agencies, users, purposes, categories, sources }: Rule): ConsentPart => ({
  agencies: agencies ?? null,
  users: users ?? null,
  purposes: purposes ?? null,
  categories: categories ?? null,
  sources: sources ?? null,
});

const givers = { self: 'SELF', parent: 'PARENT', guardian: 'GUARDIAN', attorney: 'ATTORNEY' } as const;
const kinds: Readonly<Record<'signed' | 'verbal' | 'in-person', ConsentEvidence>> = {
  ...{ signed: 'SIGNED', verbal: 'VERBAL', 'in-person': 'IN_PERSON' },
};

function statusOf(
  { status, withdrawnAt }: OpenedConsent,
  standing: StandingConsent | undefined,
  readable: boolean,
): ConsentStatus {
  if (status === 'superseded') return 'SUPERSEDED';
  if (!readable || (status !== 'active' && status !== 'refused')) return 'INACTIVE';
  // A request that began before the withdrawal is answered after it, so the consent counts as withdrawn.
  if (withdrawnAt !== null) return 'WITHDRAWN';
  if (standing === undefined) return 'SUPERSEDED';
  switch (standing.opening) {
    case 'LIVE':
      return status === 'refused' ? 'REFUSED' : 'ACTIVE';
    case 'REPLACED':
      return 'SUPERSEDED';
    case 'AUTHORITY_LAPSED':
    case 'AUTHORITY_SCOPE':
    case 'AUTHORITY_INVALID':
      return 'NO_AUTHORITY';
    default:
      return standing.opening;
  }
}
