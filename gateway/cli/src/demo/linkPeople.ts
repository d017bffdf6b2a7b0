import type { InventedConsent, InventedPerson } from '@accord/people/InventedPerson';
import type { ConsentRow } from '@accord/server/store/consents';
import type { NewFact } from '@accord/server/store/facts';
import type { Store } from '@accord/server/store/Store';
import { demoClientId } from './demoPeople.ts';

const batch = 2_000;

/**
 * Puts on file at the hub what workers of two agencies would have decided together (which records are one person), and the
 * consents, blocks and parents. The agencies must have announced their records before.
 */
export async function linkPeople(
  people: readonly InventedPerson[],
  agencies: readonly string[],
  store: Store,
  now: Date,
): Promise<void> {
  const handles = new Map(
    await Promise.all(agencies.map(async (agency) => [agency, await store.links.recordsOf(agency)] as const)),
  );
  const links = people.flatMap(({ id, records }) =>
    records.flatMap(({ agency, number }) => {
      const handle = handles.get(agency)?.get(String(number));
      return handle
        ? [
            {
              handle,
              clientId: demoClientId(id),
              kind: 'CONFIRMED' as const,
              decidedBy: 'demonstration',
              agency,
              reason: 'decided by the workers of both agencies',
              at: now,
            },
          ]
        : [];
    }),
  );
  for (const part of parts(links)) await store.links.link(part);
  for (const part of parts(people.flatMap((person) => person.consents.map((consent) => consentRow(person, consent)))))
    await store.consents.recordMany(part);
  for (const part of parts(people.flatMap((person) => [...blockRows(person, now), ...familyRows(person, now)])))
    await store.facts.addMany(part);
}

function* parts<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += batch) yield items.slice(from, from + batch);
}

function consentRow(person: InventedPerson, consent: InventedConsent): ConsentRow {
  const clientId = demoClientId(person.id);
  const giver = consent.givenByParent;
  return {
    id: consent.id,
    clientId,
    status: consent.status,
    body: {
      givenBy: giver ? { person: demoClientId(giver), capacity: 'parent' } : { person: clientId, capacity: 'self' },
      base: consent.base,
      rule: ruleOf(consent),
      effective: { from: consent.from, ...(consent.to && { to: consent.to }) },
      ...(consent.supersedes && { supersedes: consent.supersedes }),
      evidence: { kind: consent.evidence, noticeVersion: '1', language: consent.language },
    },
    recordedByAgency: consent.recordedBy,
    recordedBy: 'demonstration',
    recordedAt: new Date(`${consent.from}T00:00:00Z`),
    withdrawnAt: consent.withdrawnOn ? new Date(`${consent.withdrawnOn}T00:00:00Z`) : null,
    withdrawnBy: consent.withdrawnOn ? 'demonstration' : null,
    words: null,
    language: consent.language,
  };
}

/**
 * The consent's rule. A refusal names what it refuses; the opt-in form has what it opens as an exception; the broad form has
 * what it leaves out as exceptions.
 */
function ruleOf({
  status,
  base,
  agencies,
  purposes,
  categories,
  sources,
  except,
}: InventedConsent): ConsentRow['body'] {
  const named = {
    ...(agencies && { agencies }),
    ...(purposes && { purposes }),
    ...(categories && { categories }),
    ...(sources && { sources }),
  };
  if (status === 'refused') return named;
  return base === 'deny' ? { except: [named] } : { ...named, except: except ?? [] };
}

const blockRows = ({ id, blocks }: InventedPerson, now: Date) =>
  blocks.map((block) => ({
    id: block.id,
    clientId: demoClientId(id),
    kind: 'BLOCK' as const,
    body: {
      kind: 'SAFETY_BLOCK',
      ...(block.categories && { categories: block.categories }),
      ...(block.against && { against: block.against.map(demoClientId) }),
    },
    recordedByAgency: null,
    recordedBy: 'demonstration',
    recordedAt: now,
  }));

/**
 * For a person whose parent gave a consent: when they come of age, and who the parent is. Each agency that filed such a consent
 * states both.
 */
function familyRows({ id, dateOfBirth, consents }: InventedPerson, now: Date): readonly NewFact[] {
  const given = consents.filter(({ givenByParent }) => givenByParent !== undefined);
  const agencies = [...new Set(given.map(({ recordedBy }) => recordedBy))];
  const clientId = demoClientId(id);
  return agencies.flatMap((agency): readonly NewFact[] => {
    const filed = { clientId, recordedByAgency: agency, recordedBy: 'demonstration', recordedAt: now };
    const parents = given
      .filter(({ recordedBy }) => recordedBy === agency)
      .map(({ givenByParent = '' }) => givenByParent);
    return [
      {
        ...filed,
        id: `${id}-${agency}-age`,
        kind: 'STANDING',
        body: { adultOn: adultOn(dateOfBirth), matureMinor: false },
      },
      ...[...new Set(parents)].map(
        (parent): NewFact => ({
          ...{ ...filed, id: `${id}-${agency}-${parent}`, kind: 'PROXY' },
          body: { person: demoClientId(parent), capacity: 'parent' },
        }),
      ),
    ];
  });
}

/** The 18th birthday; 1 March for people born on 29 February. */
const adultOn = (dateOfBirth: string): string =>
  `${Number(dateOfBirth.slice(0, 4)) + 18}${dateOfBirth.slice(4).replace('-02-29', '-03-01')}`;
