import { type AttackedHub, attackedHub } from '../lib/attackedHub.ts';
import { withAndWithoutHidden } from '../lib/hiddenRows.ts';

// Hidden items are among shown ones. Everything is asked twice, with the hidden items on file and without: the bytes are the
// same.

const worlds = withAndWithoutHidden();
let hub: AttackedHub;
beforeAll(async () => {
  hub = await attackedHub({ rows: worlds.hidden });
});
afterAll(() => hub.stop());

/** The answers in both worlds: with the hidden items and without. */
async function inBoth<Told>(told: () => Promise<Told>): Promise<readonly [Told, Told]> {
  await hub.databases.hold(worlds.hidden);
  const hidden = await told();
  await hub.databases.hold(worlds.none);
  return [hidden, await told()];
}
const asMara = async (query: string, variables = {}): Promise<string> =>
  (await hub.ask({ as: 'mara', query, variables })).body;

const page = `totalCount complete pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  edges { cursor node { alert { id about code certainty severity status text raisedOn reviewDue } label reviewOverdue record { id } } }`;
const variables = '$filter: AlertFilter, $orderBy: AlertOrder, $first: Int, $after: String';
const given = 'filter: $filter, orderBy: $orderBy, first: $first, after: $after';
const lists = [
  `query (${variables}) { client(id: "ada") { alerts(${given}) { ${page} } } }`,
  `query (${variables}) { alerts(of: AGENCY, ${given}) { ${page} } }`,
];

/** Every page of both lists, in every order, to the end. */
async function pagesOf(filter: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const pages: string[] = [];
  for (const query of lists)
    for (const orderBy of ['MOST_URGENT', 'NEWEST', 'REVIEW_DUE'])
      for (let after: string | null = null, more = true; more; ) {
        const body = await asMara(query, { filter, orderBy, first: 2, after });
        pages.push(body);
        const { data } = JSON.parse(body);
        const { pageInfo } = data.alerts ?? data.client.alerts;
        [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      }
  return pages;
}

test('the hidden alerts are there: the agency that filed them counts them', async () => {
  const query = '{ client(id: "ada") { alerts { totalCount } } }';
  const [hidden, none] = await inBoth(async () => JSON.parse((await hub.ask({ as: 'tess', query })).body));
  expect(hidden.data.client.alerts.totalCount - none.data.client.alerts.totalCount).toBe(10);
});

test.each<readonly [string, readonly Readonly<Record<string, unknown>>[]]>([
  ['nothing', [{}]],
  [
    'codes',
    [{ codes: ['MEDICAL'] }, { codes: ['SUICIDE_SELF_HARM', 'FAMILY_VIOLENCE_USING'] }, { codes: ['COURT_ORDER'] }],
  ],
  ['status', ['ACTIVE', 'UNDER_REVIEW', 'CLOSED', 'ENTERED_IN_ERROR'].map((status) => ({ status: [status] }))],
  ['minSeverity', ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'].map((minSeverity) => ({ minSeverity }))],
  ['certainty', ['INDICATED', 'DISCLOSED', 'ASSESSED', 'HISTORICAL'].map((certainty) => ({ certainty: [certainty] }))],
  ['reviewOverdue', [{ reviewOverdue: true }, { reviewOverdue: false }]],
  ['raisedSince', ['2026-01-01', '2026-03-05', '2026-03-06', '2026-09-01'].map((raisedSince) => ({ raisedSince }))],
  [
    'everything at once',
    [
      {
        ...{ codes: ['MEDICAL', 'FAMILY_VIOLENCE_EXPERIENCING'], status: ['ACTIVE'], minSeverity: 'HIGH' },
        ...{ certainty: ['ASSESSED'], reviewOverdue: true, raisedSince: '2026-02-01' },
      },
    ],
  ],
])(
  'filtered by %s, in every order, hidden alerts change no count, order, page info or cursor',
  async (_part, filters) => {
    const [hidden, none] = await inBoth(async () => {
      const pages: string[] = [];
      for (const filter of filters) pages.push(...(await pagesOf(filter)));
      return pages;
    });
    expect(hidden).toEqual(none);
    expect(hidden.join()).not.toContain('HIDDEN');
    expect(hidden.join()).toContain('"totalCount":');
  },
);

test('a cursor from beside a hidden alert leads to what is shown next, and to nothing else', async () => {
  const [hidden, none] = await inBoth(() => pagesOf({ minSeverity: 'LOW' }));
  const shown = hidden.join().match(/shown (?:one|two|three)/g);
  // Both lists in three orders, each alert once.
  expect(shown).toHaveLength(18);
  expect(hidden).toEqual(none);
});

const ofRecord = [
  'id',
  'identity { name { given family } sex }',
  'identity { language culturalIdentity }',
  'contact { phone email unsafe }',
  'address { line suburb }',
  'involvement { programme worker { name phone } }',
  'episodes { id status }',
  'needs { id code }',
  'alerts { id text }',
  'notes { id text }',
  'housing { situation }',
  'agency { id name }',
].map((fields) => `records { ${fields} }`);
const ofClient = [
  'name { given }',
  'knownAs { family }',
  'dateOfBirth',
  'involvement { programme since worker { name phone } record { id } }',
  'needs { need { code } label record { id agency { name } } }',
  'alerts { totalCount nodes { alert { text } record { contact { phone } } client { records { address { line } } } } }',
  'withheld { category record { id address { line } } }',
];
const parts = [...ofRecord, ...ofClient];

const pairsOf = (list: readonly string[]) => list.flatMap((one, at) => list.slice(at + 1).map((other) => [one, other]));

/** Every pair of parts of a record, and of a person; all parts; and all parts but one. */
const combinations: readonly (readonly string[])[] = [
  ...pairsOf(ofRecord),
  ...pairsOf(ofClient),
  parts,
  ...parts.map((left) => parts.filter((part) => part !== left)),
];

/** Merges two answers about one client: what both contain must be equal, or be objects and lists that fit together. */
function joined(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) {
    expect(one).toHaveLength(other.length);
    return one.map((item, at) => joined(item, other[at]));
  }
  if (typeof one === 'object' && one !== null && typeof other === 'object' && other !== null) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    const of = (key: string) => [one, other].filter((part) => key in part).map((part) => Reflect.get(part, key));
    return Object.fromEntries(keys.map((key) => [key, of(key).reduce(joined)]));
  }
  expect(one).toEqual(other);
  return one;
}

test('no combination of withheld fields removes a shown sibling or parent: each part is answered as it is alone', async () => {
  const ask = async (fields: readonly string[]): Promise<string> =>
    asMara(`{ client(id: "ada") { ${fields.join(' ')} } }`);
  const told = async () => {
    const alone = new Map<string, unknown>();
    for (const part of parts) alone.set(part, JSON.parse(await ask([part])).data);
    const bodies: string[] = [];
    for (const combination of combinations) {
      const body = await ask(combination);
      expect(JSON.parse(body)).toEqual({ data: combination.map((part) => alone.get(part)).reduce(joined) });
      bodies.push(body);
    }
    return bodies;
  };
  const [hidden, none] = await inBoth(told);
  expect(hidden).toEqual(none);
  expect(hidden.join()).not.toContain('HIDDEN');
  expect(hidden.join()).toContain('shown note');
});
