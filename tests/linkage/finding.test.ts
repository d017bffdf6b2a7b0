import { type AttackedHub, attackedHub } from '../lib/attackedHub.ts';
import { ada, linkageOf } from './linkageOf.ts';

// A worker finds a person by the details they type in.

let hub: AttackedHub;
const { begin, announce, run, clientOf } = linkageOf(() => hub);

beforeAll(async () => {
  hub = await attackedHub();
});
afterAll(() => hub?.stop());
beforeEach(begin);

test.each<readonly [string, object, boolean]>([
  ['names in their order', { given: 'Ada', family: 'Brook' }, true],
  ['names the other way round', { given: 'Brook', family: 'Ada' }, true],
  ['names and the year of birth', { given: 'Ada', family: 'Brook', dateOfBirth: '1990' }, true],
  ['names, date of birth and sex', { given: 'Ada', family: 'Brook', dateOfBirth: '1990-02-03', sex: 'FEMALE' }, true],
  ['a name written a little differently', { given: 'Ada', family: 'Brooke', dateOfBirth: '1990-02-03' }, true],
  ['one name and the date of birth', { family: 'Brook', dateOfBirth: '1990-02-03' }, true],
  ['another name', { given: 'Ada', family: 'Quill', dateOfBirth: '1990-02-03' }, false],
])('a worker finds a person by %s, or does not', async (_, match, found) => {
  await announce('harbour', [ada, { ...ada, number: 8, given: 'Ruth', family: 'Vale', dateOfBirth: '1971-06-07' }]);
  const query = 'query ($match: ClientMatch!) { findClients(match: $match) { id name { given } } }';
  const { findClients } = await run('mara', query, { match });
  expect(findClients).toEqual(found ? [{ id: await clientOf('harbour', '1'), name: { given: 'Ada' } }] : []);
  // Wattle may know nothing about her: for its worker she does not exist.
  expect((await run('tess', query, { match })).findClients).toEqual([]);
});

test.each([{}, { family: 'Brook' }, { family: 'Brook', dateOfBirth: '1990' }, { given: 'Ada', family: 'Unknown' }])(
  'details too few to find anybody by are refused (%j), never answered as if there were nobody',
  async (match) => {
    const query = 'query ($match: ClientMatch!) { findClients(match: $match) { id } }';
    await expect(run('mara', query, { match })).rejects.toThrow('"match" is too little to search by');
  },
);
