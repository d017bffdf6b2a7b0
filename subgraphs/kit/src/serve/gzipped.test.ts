import { inventedAgency, reachBy, servedAgency, stopServed, type Way } from '../../tests/inventedAgency.ts';

// A gzipped answer has the same content, over a port and over a connection that the agency dialled. `fetch` decompresses.
afterEach(stopServed);

const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on AgencyRecord { id identity { name { given family } dateOfBirth } notes(first: 5) { text } }
} }`;
const of = (count: number) => {
  const records = Array.from({ length: count }, (_, n) => String(n + 1));
  return {
    releases: [{ records, categories: ['IDENTITY', 'HEALTH', 'SERVICE_USE'] }],
    variables: { representations: records.map((id) => ({ __typename: 'AgencyRecord', id })) },
  };
};

describe.each<Way>(['LISTENS', 'DIALS'])('an agency that %s', (way) => {
  beforeEach(() => reachBy(way));
  afterAll(() => reachBy('LISTENS'));

  test('gzips a long answer where the hub accepts that, with the same content', async () => {
    const { send } = await servedAgency(inventedAgency().mapping);
    const plain = await send(query, { ...of(50), acceptEncoding: 'identity' });
    const under = await send(query, { ...of(50), acceptEncoding: 'gzip' });
    expect([plain.status, plain.encoding, under.status, under.encoding]).toEqual([200, null, 200, 'gzip']);
    expect(plain.text.length).toBeGreaterThan(4_096);
    expect(under.text).toBe(plain.text);
  });

  test('leaves a short answer uncompressed', async () => {
    const { send } = await servedAgency(inventedAgency().mapping);
    const { status, encoding, body } = await send(query, { ...of(1), acceptEncoding: 'gzip' });
    expect([status, encoding]).toEqual([200, null]);
    expect(body.data._entities).toHaveLength(1);
  });
});
