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

/** Roles that the rules themselves know, if the profile has them. */
const child = 'CHILD';
const usingViolence = 'PERSON_USING_VIOLENCE';

/** What the rules decide from: the facts, and the person's role under the law. */
export type KnownClient = Readonly<{
  facts: Facts;
  subject: Subject;
  /**
   * The roles by which disclosures are kept from the person: their own or, where none is on file, every role that was said while two files
   * were one. Either person may be the one meant, and a role of the other must not show this one who looked.
   */
  closingRoles: readonly string[];
}>;

export type Reading = Readonly<{
  profile: Profile;
  now: Date;
  /** Called with a client whose facts cannot be read, and why; nothing of theirs is released. */
  unreadable: (client: OpenedClient, error: unknown) => void;
}>;

/**
 * Returns the client's facts in the form that the rules read. A fact that cannot be read could be a refusal, so one such fact
 * makes all unreadable: then the result is undefined.
 */
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
    return {
      facts,
      subject: { person: client.id, role: roleOf(standing.filter(opensIn(profile)), now, profile) },
      closingRoles: closingRolesOf(standing, now, profile),
    };
  } catch (error) {
    unreadable(client, error);
    return undefined;
  }
}

/**
 * The rules ask whether the requester is, or works with, somebody in one list. On file, workers are kept apart from people,
 * because two people's files may be merged.
 */
function blockIn({ users, ...body }: JsonObject): JsonObject {
  if (!Array.isArray(users)) return users === undefined ? body : { ...body, users };
  return { ...body, against: [...(Array.isArray(body.against) ? body.against : []), ...users] };
}

const ofKind = (facts: readonly OpenedFact[], kind: OpenedFact['kind']): readonly OpenedFact[] =>
  facts.filter((fact) => fact.kind === kind);

/**
 * When the person comes of age, by the newest entry, and who may speak for them, within what limits. Nobody who uses violence speaks for
 * them, under whichever id they were recorded: their own files may have been merged since.
 */
function personOf({ facts }: OpenedClient, now: Date): JsonObject {
  const standing = standingOf(facts);
  const proxies = ofKind(facts, 'PROXY');
  const violent = new Set(proxies.filter(usesViolence).map(whoIs));
  return {
    ...(standing && { dob: eighteenBefore(standing.adultOn), matureMinor: standing.matureMinor }),
    proxies: proxies.map((proxy) => {
      const { from, to, ...body } = proxy.body;
      return {
        ...body,
        period: { ...(typeof from === 'string' && { from }), ...periodEnd(to, proxy.endedAt, now) },
        ...(violent.has(whoIs(proxy)) && { personUsingViolence: true }),
      };
    }),
  };
}

const usesViolence = ({ endedWhy, personRoles }: OpenedFact): boolean =>
  endedWhy === 'USES_VIOLENCE' || (personRoles?.includes(usingViolence) ?? false);

const whoIs = ({ personNow, body }: OpenedFact): unknown => personNow ?? body.person;

/** What was ended counts as ended, by whatever clock: this request may have begun earlier, on another replica. */
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

/**
 * The date of birth that the rules ask for. Somebody who comes of age on 1 March was born on that day or on 29 February; the
 * rules make no difference.
 */
const eighteenBefore = (adultOn: string): string =>
  `${String(Number(adultOn.slice(0, 4)) - 18).padStart(4, '0')}${adultOn.slice(4)}`;

/**
 * Returns the person's role under the law. A child is a child. Otherwise it is the first role on file in the profile's order,
 * which puts the protected before the accused: agencies may differ, and taking the wrong person for the danger is a known
 * mistake.
 */
function roleOf(facts: readonly OpenedFact[], now: Date, { roles, timeZone }: Profile): string {
  const standing = standingOf(facts);
  if (standing && roles.has(child) && now.getTime() < startOf(standing.adultOn, timeZone)) return child;
  const said = new Set<unknown>();
  for (const { body } of ofKind(facts, 'ROLE')) {
    const { role } = body;
    if (typeof role !== 'string' || !roles.has(role)) throw new BadInput('role', 'is not a role in the profile.');
    said.add(role);
  }
  return [...roles].find((role) => role !== 'CLIENT' && said.has(role)) ?? 'CLIENT';
}

/** True for a role of which it is not known of which of two people it was said. */
const isOfTwo = ({ kind, body }: OpenedFact): boolean => kind === 'ROLE' && body[ofTwoFiles] === true;

/** All but a role for which a law opens, where of which of two people it was said is not known. */
const opensIn =
  ({ laws }: Profile) =>
  (fact: OpenedFact): boolean =>
    !isOfTwo(fact) || !laws.some((law) => law.kind === 'role' && law.role === fact.body.role);

function closingRolesOf(facts: readonly OpenedFact[], now: Date, profile: Profile): readonly string[] {
  const own = facts.filter((fact) => !isOfTwo(fact));
  const role = roleOf(own, now, profile);
  if (role !== 'CLIENT') return [role];
  return [role, ...facts.filter(isOfTwo).map((fact) => roleOf([...own, fact], now, profile))];
}
