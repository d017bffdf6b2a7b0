import type { Subject } from '@accord/consent/Ask';
import { BadInput } from '@accord/consent/BadInput';
import type { Facts } from '@accord/consent/Facts';
import { startOf } from '@accord/consent/instants';
import type { Profile } from '@accord/consent/Profile';
import { parseFacts } from '@accord/consent/parseFacts';
import type { OpenedClient, OpenedFact } from '../store/clients.ts';
import { ofTwoFiles } from '../store/giveBack.ts';
import type { JsonObject } from '../store/JsonObject.ts';
import { asOnFile } from './asOnFile.ts';

/** Roles that mean something to the rules themselves, where the profile has them. */
const child = 'CHILD';
const usingViolence = 'PERSON_USING_VIOLENCE';

/** What the rules decide from: facts, and what the person is under the law. */
export type KnownClient = Readonly<{ facts: Facts; subject: Subject }>;

export type Reading = Readonly<{
  profile: Profile;
  now: Date;
  /** Called with a client whose facts cannot be read, and why: nothing of theirs is released. */
  unreadable: (client: OpenedClient, error: unknown) => void;
}>;

/** The client's facts as the rules read them. A fact that cannot be read could be a refusal: then there are none at all. */
export function factsOf(client: OpenedClient, { unreadable, profile, now }: Reading): KnownClient | undefined {
  try {
    const standing = client.facts.filter(({ endedAt }) => endedAt === null);
    const person = personOf(client, now);
    const facts = parseFacts(
      {
        consents: client.consents
          .map((consent) => asOnFile(consent, now, profile.timeZone))
          .map(({ id, clientId, status, body, recordedAt, withdrawnAt }) => ({
            ...body,
            id,
            subject: clientId,
            status,
            recordedAt: recordedAt.toISOString(),
            ...(withdrawnAt && { withdrawnAt: withdrawnAt.toISOString() }),
          })),
        blocks: ofKind(standing, 'BLOCK').map(({ id, body }) => ({ ...blockIn(body), id, person: client.id })),
        bases: ofKind(standing, 'LEGAL_BASIS').map(({ id, body }) => ({ ...body, id, about: [client.id] })),
        people: { [client.id]: person },
      },
      profile,
    );
    return { facts, subject: { person: client.id, role: roleOf(standing, now, profile) } };
  } catch (error) {
    unreadable(client, error);
    return undefined;
  }
}

/** The rules ask whether a requester is, or works with, somebody; on file workers stand apart from people, whose files may become one. */
function blockIn({ users, ...body }: JsonObject): JsonObject {
  if (!Array.isArray(users)) return users === undefined ? body : { ...body, users };
  return { ...body, against: [...(Array.isArray(body.against) ? body.against : []), ...users] };
}

const ofKind = (facts: readonly OpenedFact[], kind: OpenedFact['kind']): readonly OpenedFact[] =>
  facts.filter((fact) => fact.kind === kind);

/** The newest word on when the person comes of age; with those who may speak for them, each as far as it goes. */
function personOf({ facts }: OpenedClient, now: Date): JsonObject {
  const standing = standingOf(facts);
  return {
    ...(standing && { dob: eighteenBefore(standing.adultOn), matureMinor: standing.matureMinor }),
    proxies: ofKind(facts, 'PROXY').map(({ body: { from, to, ...body }, endedAt, endedWhy, personRoles }) => ({
      ...body,
      period: { ...(typeof from === 'string' && { from }), ...periodEnd(to, endedAt, now) },
      ...((endedWhy === 'USES_VIOLENCE' || personRoles?.includes(usingViolence)) && { personUsingViolence: true }),
    })),
  };
}

/** What was ended has ended, whatever the clock by which it was: a request may have begun before, on another replica. */
function periodEnd(to: unknown, endedAt: Date | null, now: Date): Readonly<{ to?: string }> {
  if (endedAt !== null) return { to: (endedAt < now ? endedAt : now).toISOString() };
  return typeof to === 'string' ? { to } : {};
}

type Standing = Readonly<{ adultOn: string; matureMinor: boolean }>;

function standingOf(facts: readonly OpenedFact[]): Standing | undefined {
  const newest = ofKind(facts, 'STANDING')
    .filter(({ endedAt }) => endedAt === null)
    .at(-1);
  if (newest === undefined) return undefined;
  const { adultOn, matureMinor } = newest.body;
  if (typeof adultOn !== 'string') throw new BadInput('standing.adultOn', 'should be a day.');
  return { adultOn, matureMinor: matureMinor === true };
}

/** The day of birth that the rules ask for. Who comes of age on 1 March was born on that day or on 29 February: to the rules it is the same. */
const eighteenBefore = (adultOn: string): string =>
  `${String(Number(adultOn.slice(0, 4)) - 18).padStart(4, '0')}${adultOn.slice(4)}`;

/**
 * What the person is under the law. A child is a child; else, of what is on file, the first in the profile's order, which puts
 * who is protected before who is accused: agencies may differ, and calling the wrong one the danger is a known mistake.
 */
function roleOf(facts: readonly OpenedFact[], now: Date, { roles, laws, timeZone }: Profile): string {
  const standing = standingOf(facts);
  if (standing && roles.has(child) && now.getTime() < startOf(standing.adultOn, timeZone)) return child;
  const said = new Set<unknown>();
  for (const { body } of ofKind(facts, 'ROLE')) {
    const { role } = body;
    if (typeof role !== 'string' || !roles.has(role)) throw new BadInput('role', 'is not a role in the profile.');
    // Of which of two people it was said is not known: no law opens for it.
    if (body[ofTwoFiles] === true && laws.some((law) => law.kind === 'role' && law.role === role)) continue;
    said.add(role);
  }
  return [...roles].find((role) => role !== 'CLIENT' && said.has(role)) ?? 'CLIENT';
}
