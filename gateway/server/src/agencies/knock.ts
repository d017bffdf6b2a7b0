import { randomUUID } from 'node:crypto';
import type { SignPermit } from '../exchange/signPermit.ts';
import type { Incoming } from '../exchange/Transport.ts';
import type { Ask } from './Ask.ts';

export type KnockParts = Readonly<{ signPermit: SignPermit; now: Date }>;

/** A query about no record at all. */
const body = JSON.stringify({
  query: 'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }',
  variables: { representations: [] },
});

/** Codes by which an agency says that the permit was good but that it does not answer now: its policy is off, or it is busy. */
const notNow = /"code":"(AGENCY_UNAVAILABLE|RATE_LIMITED)"/;

/** The result. `AWAY`: the agency did not answer, which says nothing about the permit. */
export type Knocked =
  | Readonly<{ kind: 'TAKEN' }>
  | Readonly<{ kind: 'REFUSED'; why: string }>
  | Readonly<{ kind: 'AWAY'; why: string }>;

/**
 * Tries a permit at an agency, for no record and releasing nothing: it shows whether the agency has this hub's key before anybody
 * depends on it. What is wrong is said in one sentence.
 */
export async function knock(door: Door, parts: KnockParts): Promise<Knocked> {
  const { ask, date } = door;
  const incoming = await askAboutNobody(door, parts);
  if (incoming.kind !== 'ANSWERED')
    return { kind: 'AWAY', why: `${ask.name} serves its contract, but does not answer a request (POST /graphql).` };
  if (incoming.status === 200 || notNow.test(incoming.body)) return { kind: 'TAKEN' };
  return {
    kind: 'REFUSED',
    why:
      incoming.status === 401 || incoming.status === 403
        ? `${ask.name} rejects this hub's permit. ${mendOf(date, parts.now)}`
        : `${ask.name} answers ${incoming.status} to a test request about nobody.`,
  };
}

type Door = Readonly<{
  id: string;
  ask: Pick<Ask, 'name' | 'send'>;
  deadlineMs: number;
  /** What the agency's clock said a moment ago; undefined if it sent no time. */
  date: string | undefined;
}>;

/** What to do about it. By far the most usual causes are a different key and a wrong clock, possibly the hub's own. */
function mendOf(date: string | undefined, now: Date): string {
  const minutes = Math.round((Date.parse(date ?? '') - now.getTime()) / 60_000);
  return Math.abs(minutes) >= 1
    ? `The agency's clock is about ${Math.abs(minutes)} min ${minutes > 0 ? 'ahead of' : 'behind'} the hub's, and a permit is valid for only half a minute. Synchronise both clocks with NTP.`
    : "Give the agency this hub's public key (ACCORD_HUB_KEY), and check that its clock is right.";
}

/** Sends the query about no record under a permit that releases nothing, and returns what came back. */
export async function askAboutNobody(
  { id, ask, deadlineMs }: Readonly<{ id: string; ask: Pick<Ask, 'send'>; deadlineMs: number }>,
  { signPermit, now }: KnockParts,
): Promise<Incoming> {
  const permit = await signPermit({
    ...{ agency: id, body, id: randomUUID(), now },
    permit: {
      requester: { user: 'hub', role: 'MANAGER', agency: id, purpose: 'ADMINISTRATION' },
      releases: [],
      figures: false,
    },
  });
  return ask.send({ path: '/graphql', body, permit, deadlineMs });
}
