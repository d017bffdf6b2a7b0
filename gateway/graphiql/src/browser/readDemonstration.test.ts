import { readDemonstration } from './readDemonstration.ts';

const mara = {
  id: 'mara',
  name: 'Mara Ellis',
  role: 'PRACTITIONER',
  agency: 'harbour',
  agencyName: 'Harbour Housing',
  purpose: 'SERVICE_COORDINATION',
  purposes: ['SERVICE_COORDINATION', 'EMERGENCY'],
  token: 'abc',
};

/** A hub that answers these paths with this JSON and every other path with 404. */
function hubWith(paths: Readonly<Record<string, unknown>>): typeof fetch {
  return async (url) =>
    String(url) in paths ? Response.json(paths[String(url)]) : new Response('Not found', { status: 404 });
}

test('people and operations are read as the hub gives them', async () => {
  const me = { name: 'Me', title: 'Who am I?', document: '{ me { name } }', variables: { id: 'c-1' } };
  const send = hubWith({ '/demonstration/people': [mara], '/demonstration/operations': [me] });
  const { people, examples, trouble } = await readDemonstration(send);
  expect(people[0]).toMatchObject({ id: 'mara', token: 'abc', purposes: ['SERVICE_COORDINATION', 'EMERGENCY'] });
  expect(examples).toEqual([{ ...me, variables: '{\n  "id": "c-1"\n}' }]);
  expect(trouble).toBe('');
});

test('a hub that is no demonstration has no people, and that is no trouble', async () => {
  expect(await readDemonstration(hubWith({}))).toEqual({ people: [], examples: [], trouble: '' });
});

test('a person without a token cannot be chosen', async () => {
  const { token: _, ...tokenless } = mara;
  const { people } = await readDemonstration(hubWith({ '/demonstration/people': [tokenless, mara] }));
  expect(people).toHaveLength(1);
});

test('the usual purpose can always be chosen', async () => {
  const { people } = await readDemonstration(
    hubWith({ '/demonstration/people': [{ ...mara, purposes: ['EMERGENCY'] }] }),
  );
  expect(people[0]?.purposes).toEqual(['SERVICE_COORDINATION', 'EMERGENCY']);
});

test('an operation without variables leaves their editor empty', async () => {
  const send = hubWith({ '/demonstration/operations': [{ name: 'Me', document: '{ me { name } }' }] });
  expect((await readDemonstration(send)).examples).toEqual([
    { name: 'Me', title: 'Me', document: '{ me { name } }', variables: '' },
  ]);
});

test('a hub in trouble is said to be', async () => {
  const send: typeof fetch = async () => new Response('', { status: 500 });
  expect((await readDemonstration(send)).trouble).toBe('/demonstration/people returned status 500.');
});
