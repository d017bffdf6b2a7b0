import { auVic } from '@accord/consent/auVic';
import { categoriesOf } from '@accord/consent/categoriesOf';
import { encodePerson } from '@accord/kit/sync/encodePerson';
import type { OwnRows } from './AgencyDatabases.ts';
import type { Choices } from './Choices.ts';
import { type Draw, type Filing, type Tables, untold, type Variant } from './filing/Filing.ts';
import { harbourRows } from './filing/harbourRows.ts';
import { kestrelRows } from './filing/kestrelRows.ts';
import { wattleRows } from './filing/wattleRows.ts';
import { linkageSecret } from './openAgencies.ts';
import type { BlockFact, ConsentFact, HubFacts, RecordFact, SaidFact } from './people.ts';
import { type Asker, permitted } from './permitted.ts';
import type { TestUser } from './users.ts';

/** One of the two worlds: what the hub and the agencies have on file. */
export type World = Readonly<{ facts: HubFacts; rows: OwnRows }>;

/** Two worlds that this requester must not be able to tell apart for this purpose. */
export type WorldPair = Readonly<{ as: TestUser; purpose: string; worlds: readonly [World, World] }>;

const at = '2026-11-21T23:00:00Z';
const worker = { entity: ['ISE'], self: null, at } as const;
const askers: readonly (Asker & Readonly<{ user: TestUser }>)[] = [
  { ...worker, user: 'mara', agency: 'harbour', purpose: 'SERVICE_COORDINATION' },
  { ...worker, user: 'kim', agency: 'kestrel', purpose: 'SERVICE_COORDINATION' },
  { ...worker, user: 'tess', agency: 'wattle', purpose: 'SERVICE_COORDINATION', entity: ['ISE', 'RAE'] },
  { ...worker, user: 'mara', agency: 'harbour', purpose: 'EMERGENCY' },
  { ...worker, user: 'tess', agency: 'wattle', purpose: 'FV_ASSESSMENT', entity: ['ISE', 'RAE'] },
  { ...worker, user: 'priya', agency: 'harbour', purpose: 'QUALITY_IMPROVEMENT' },
  { ...worker, user: 'ada', agency: 'harbour', purpose: 'CLIENT_ACCESS', self: 'ada' },
];

const agencies = ['harbour', 'wattle', 'kestrel'] as const;
const rowsAt: Readonly<Record<string, (filing: Filing) => Tables>> = {
  harbour: harbourRows,
  wattle: wattleRows,
  kestrel: kestrelRows,
};
const lists: OwnRows = {
  harbour: {
    programme: [
      { id: 1, name: 'Outreach' },
      { id: 2, name: 'Tenancy' },
    ],
  },
  kestrel: {
    program: [
      { program_id: 1, name: 'Counselling' },
      { program_id: 2, name: 'Nursing' },
    ],
  },
};

const known: readonly RecordFact[] = [
  { person: 'ada', agency: 'harbour', number: 1, handle: 'ada-1' },
  { person: 'ada', agency: 'wattle', number: 2, handle: 'ada-2' },
  { person: 'ada', agency: 'kestrel', number: 3, handle: 'ada-3' },
  { person: 'bob', agency: 'wattle', number: 4, handle: 'bob-1' },
  { person: 'bob', agency: 'kestrel', number: 5, handle: 'bob-2' },
  { person: 'carl', agency: 'harbour', number: 6, handle: 'carl-1' },
];
/** Further records that one of the worlds may have, of which the requester may know nothing. */
const unknown: readonly RecordFact[] = [
  { person: 'dora', agency: 'wattle', number: 7, handle: 'a-dora' },
  { person: 'dora', agency: 'kestrel', number: 8, handle: 'b-dora' },
  { person: 'bob', agency: 'harbour', number: 9, handle: 'a-bob' },
  { person: 'carl', agency: 'wattle', number: 10, handle: 'a-carl' },
  { person: 'carl', agency: 'kestrel', number: 11, handle: 'z-carl' },
  { person: 'ada', agency: 'wattle', number: 12, handle: 'a-ada' },
];

/**
 * Two worlds that are the same in everything the requester may know and drawn independently in everything else: the content of
 * withheld fields and items, deleted rows, records and people they may know nothing about, consents, blocks and statements
 * about people that change nothing for them, and the order in which rows were written.
 */
export function worldPair(choices: Choices): WorldPair {
  const asker = choices.pick(askers);
  const shared: HubFacts = {
    records: known,
    consents: Array.from({ length: 1 + choices.below(4) }, (_, index) => someConsent(choices, `c${index}`)),
    blocks: Array.from({ length: choices.below(3) }, (_, index) => someBlock(choices, `b${index}`)),
    said: Array.from({ length: choices.below(4) }, (_, index) => someSaid(choices, `s${index}`)),
  };
  const seed = choices.below(2 ** 31);
  const world = (): World => worldOf(asker, withWhatChangesNothing(shared, asker, choices), seed, choices);
  return { as: asker.user, purpose: asker.purpose, worlds: [world(), world()] };
}

function worldOf(asker: Asker, facts: HubFacts, sharedSeed: number, choices: Choices): World {
  const ownSeed = choices.below(2 ** 31);
  const drawOf = (record: RecordFact): Draw => {
    const mayKnow = permitted(facts, asker, record);
    return (key, ...categories) => {
      const seed = categories.every((category) => mayKnow.has(category)) ? sharedSeed : ownSeed;
      return variant(`${seed} ${record.agency} ${record.number} ${key}`);
    };
  };
  const shuffled = choices.shuffled(facts.records);
  return {
    facts: {
      ...facts,
      records: shuffled.map((record) => ({ ...record, slk: slkOf(drawOf(record)('identity', 'IDENTITY')) })),
    },
    rows: Object.fromEntries(
      agencies.map((agency) => [
        agency,
        shuffledRows(
          [
            ...(lists[agency] ? [lists[agency]] : []),
            ...facts.records
              .filter((record) => record.agency === agency)
              .map((record) => rowsAt[agency]?.({ number: Number(record.number), draw: drawOf(record) }) ?? {}),
          ],
          choices,
        ),
      ]),
    ),
  };
}

/**
 * Adds records, consents, blocks and statements about people one by one, and keeps those that leave what the requester may know
 * exactly as it was.
 */
function withWhatChangesNothing(shared: HubFacts, asker: Asker, choices: Choices): HubFacts {
  const before = known.map((record) => [...permitted(shared, asker, record)].join());
  const changesNothing = (facts: HubFacts): boolean =>
    facts.records.every((record) => {
      const place = known.indexOf(record);
      return [...permitted(facts, asker, record)].join() === (before[place] ?? '');
    });
  // Requesters may see what their own agency put on file, or what is about themselves.
  const elsewhere = agencies.filter((agency) => agency !== asker.agency);
  const others = <Fact extends Readonly<{ person?: string; subject?: string }>>({ person, subject }: Fact): boolean =>
    (person ?? subject) !== asker.self;
  const added: readonly Partial<HubFacts>[] = [
    ...choices
      .some(unknown, 50)
      .filter(({ agency }) => agency !== asker.agency)
      .map((record) => ({ records: [record] })),
    ...Array.from({ length: choices.below(5) }, (_, index) => ({
      ...someConsent(choices, `x${index}`),
      recordedBy: choices.pick(elsewhere),
    }))
      .filter(others)
      .map((consent) => ({ consents: [consent] })),
    ...Array.from({ length: choices.below(3) }, (_, index) => ({
      ...someBlock(choices, `y${index}`),
      recordedBy: choices.pick(elsewhere),
    }))
      .filter(others)
      // A worker named in a block no longer gets answers from their own agency's file on the person. That shows, even if
      // another block already closes out their whole agency.
      .filter(({ users }) => !users?.includes(asker.user))
      .map((block) => ({ blocks: [block] })),
    // After the requester has said something, a law that opens may rightly have an effect where it had none before.
    ...Array.from({ length: choices.below(4) }, (_, index) => ({
      ...someSaid(choices, `z${index}`),
      by: choices.pick(elsewhere),
    }))
      .filter(others)
      .filter(({ fact, body }) => !underLaws.has(asker.purpose) || opensNothing(fact, body))
      .map((fact) => ({ said: [fact] })),
  ];
  return added.reduce((facts: HubFacts, { records = [], consents = [], blocks = [], said = [] }) => {
    const more = {
      records: [...facts.records, ...records],
      consents: [...(facts.consents ?? []), ...consents],
      blocks: [...(facts.blocks ?? []), ...blocks],
      said: [...(facts.said ?? []), ...said],
    };
    return changesNothing(more) ? more : facts;
  }, shared);
}

function someConsent(choices: Choices, id: string): ConsentFact {
  const part = () => {
    const [agencyList, categories, sources, purposes] = [
      choices.some(agencies, 40),
      choices.some(categoriesOf(auVic), 35),
      choices.some(agencies, 40),
      choices.some(['SERVICE_COORDINATION', 'EMERGENCY', 'QUALITY_IMPROVEMENT'], 40),
    ];
    return {
      ...(agencyList.length > 0 && { agencies: agencyList }),
      ...(categories.length > 0 && { categories }),
      ...(sources.length > 0 && { sources }),
      ...(purposes.length > 0 && { purposes }),
    };
  };
  const refused = choices.chance(15);
  const ended = choices.chance(10);
  return {
    ...{ id, subject: choices.pick(['ada', 'ada', 'bob', 'carl']), recordedBy: choices.pick(agencies) },
    status: refused ? 'refused' : 'active',
    rule: refused ? part() : { except: [{ ...part(), ...(choices.chance(30) && { except: [part()] }) }] },
    effective: ended ? { from: '2026-01-01', to: '2026-06-30' } : { from: '2026-01-01' },
    ...(choices.chance(10) && { withdrawnAt: '2026-09-01T00:00:00Z' }),
  };
}

function someBlock(choices: Choices, id: string): BlockFact {
  const categories = choices.some(categoriesOf(auVic), 15);
  const whom = {
    ...{ id, person: choices.pick(['ada', 'bob', 'carl']), kind: choices.pick(['SAFETY_BLOCK', 'COURT_SUPPRESSION']) },
    recordedBy: choices.pick(agencies),
  };
  // Closes a whole file to this worker.
  if (choices.chance(15)) return { ...whom, users: [choices.pick(['mara', 'kim', 'tess'])] };
  return {
    ...whom,
    ...(choices.chance(70) ? { against: [choices.pick(['carl', 'bob', 'dora'])] } : {}),
    categories: categories.length > 0 ? categories : ['ADDRESS'],
  };
}

const underLaws: ReadonlySet<string> = new Set(['FV_ASSESSMENT', 'FV_PROTECTION', 'CHILD_SAFETY', 'EMERGENCY']);

const opensNothing = (fact: SaidFact['fact'], { role }: SaidFact['body']): boolean =>
  fact === 'PROXY' || role === 'VICTIM_SURVIVOR' || role === 'LINKED_PERSON';

function someSaid(choices: Choices, id: string): SaidFact {
  const who = { id, person: choices.pick(['ada', 'bob', 'carl']), by: choices.pick(agencies) };
  const fact = choices.pick(['STANDING', 'PROXY', 'ROLE', 'ROLE', 'LEGAL_BASIS'] as const);
  switch (fact) {
    case 'STANDING':
      return { ...who, fact, body: { adultOn: choices.pick(['2019-05-06', '2031-05-06']), matureMinor: false } };
    case 'PROXY':
      return { ...who, fact, body: { person: choices.pick(['carl', 'dora', 'proxy:1']), capacity: 'parent' } };
    case 'ROLE': {
      const role = choices.pick([
        'VICTIM_SURVIVOR',
        'LINKED_PERSON',
        'PERSON_USING_VIOLENCE',
        'ALLEGED_PERSON_USING_VIOLENCE',
      ]);
      return { ...who, fact, body: { role, reason: 'Said so.' } };
    }
    case 'LEGAL_BASIS': {
      const categories = choices.some(categoriesOf(auVic), 30);
      const kind = choices.pick(['SERIOUS_THREAT', 'FV_CHILD_AT_RISK', 'CISS_THRESHOLD']);
      const period = { to: choices.pick(['2026-06-30', '2027-06-30']) };
      const body = {
        kind,
        reason: 'Said so.',
        assertedBy: 'test',
        period,
        ...(categories.length > 0 && { categories }),
      };
      return { ...who, fact, body };
    }
    default:
      return fact satisfies never;
  }
}

/** The key each agency would announce: made from the name, date of birth and sex in its own tables (see `filing`). */
const slkOf = (identity: Variant): string | null =>
  [
    encodePerson({ given: 'Ada', family: 'Brook', dateOfBirth: '1990-02-03', sex: 'FEMALE' }, linkageSecret),
    encodePerson({ given: 'Mia', family: 'Brook', dateOfBirth: '1991-04-05', sex: 'MALE' }, linkageSecret),
    null,
  ][identity] ?? null;

/** FNV-1a: the same text always gives the same variant. */
function variant(text: string): Variant {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  const third = ((hash ^ (hash >>> 15)) >>> 0) % 3;
  return third === 0 ? 0 : third === 1 ? 1 : 2;
}

/** The tables of several records as one, with rows in any order in which each comes after the rows it refers to. */
function shuffledRows(files: readonly Tables[], choices: Choices): Tables {
  const names = [...new Set(files.flatMap((file) => Object.keys(file)))];
  return Object.fromEntries(
    names.map((name) => {
      const rows = choices.shuffled(files.flatMap((file) => file[name] ?? []));
      return [name, [...rows.filter((row) => !row.obs_group_id), ...rows.filter((row) => row.obs_group_id)]];
    }),
  );
}

/** True of text that is on file and may be shown to nobody. */
export const isUntold = (text: string): boolean => text.includes(untold);
