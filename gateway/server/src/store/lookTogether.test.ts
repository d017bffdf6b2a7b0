import type { Known, Looked, Looker } from './lookAtClients.ts';
import { lookTogether } from './lookTogether.ts';

const harbour: Looker = { agencyId: 'harbour', self: null };
const kestrel: Looker = { agencyId: 'kestrel', self: null };
const nothing: Known = new Map();

type Statement = Readonly<{ ids: readonly string[]; by: Looker; known: Known }>;

/** Looks over a register that knows everyone but "nobody", and the statements it received. */
function looking(fail: (ids: readonly string[]) => void = () => {}) {
  const statements: Statement[] = [];
  const look = lookTogether(async (ids, by, known) => {
    statements.push({ ids, by, known });
    fail(ids);
    const people = ids.flatMap((asked): readonly Looked[] =>
      asked === 'nobody' ? [] : [{ asked, version: `${by.agencyId} ${known.get(asked)}`, whole: null }],
    );
    return { people, revision: `of look ${statements.length}` };
  });
  return { statements, look };
}

test('requests of one agency that look in the same turn share one statement, and each gets the people it asked about', async () => {
  const { statements, look } = looking();
  const told = await Promise.all([
    look(['ada', 'nobody'], harbour, new Map([['ada', 'seen']])),
    look(['ben'], harbour, nothing),
    look(['nobody'], harbour, nothing),
  ]);
  expect(
    told.map(({ people, revision }) => [revision, ...people.map(({ asked, version }) => `${asked}: ${version}`)]),
  ).toEqual([['of look 1', 'ada: harbour seen'], ['of look 1', 'ben: harbour undefined'], ['of look 1']]);
  expect(statements).toEqual([{ ids: ['ada', 'nobody', 'ben'], by: harbour, known: new Map([['ada', 'seen']]) }]);
});

test('nobody gets what another agency, a client, or an earlier look has seen', async () => {
  const { statements, look } = looking();
  const ada = { agencyId: 'harbour', self: 'ada' };
  await Promise.all([harbour, kestrel, ada].map((by) => look(['ada'], by, nothing)));
  await look(['ada'], harbour, nothing);
  expect(statements.map(({ by }) => by)).toEqual([harbour, kestrel, ada, harbour]);
});

test('requests that last saw a person under different versions look apart: neither reads more because of the other', async () => {
  const { statements, look } = looking();
  const versions = ['one', 'other', 'one'].map((version) => new Map([['ada', version]]));
  const told = await Promise.all([...versions, nothing].map((known) => look(['ada'], harbour, known)));
  expect(told.map(({ people: [one] }) => one?.version)).toEqual([
    'harbour one',
    'harbour other',
    'harbour one',
    'harbour undefined',
  ]);
  expect(statements).toHaveLength(3);
});

test('a value that PostgreSQL does not accept fails only the request that sent it', async () => {
  const { look } = looking((ids) => {
    if (ids.includes('a\0')) throw Object.assign(new Error('invalid byte sequence'), { code: '22021' });
  });
  const [bad, good] = await Promise.allSettled([look(['a\0'], harbour, nothing), look(['ada'], harbour, nothing)]);
  expect([bad.status, good]).toEqual([
    'rejected',
    { status: 'fulfilled', value: expect.objectContaining({ people: [expect.objectContaining({ asked: 'ada' })] }) },
  ]);
});

test('where the database is away every request fails, and none is sent a second time', async () => {
  const { statements, look } = looking(() => {
    throw Object.assign(new Error('gone'), { code: '57P01' });
  });
  const told = await Promise.allSettled([look(['ada'], harbour, nothing), look(['ben'], harbour, nothing)]);
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(statements).toHaveLength(1);
});

test('a request about many people is sent alone', async () => {
  const { statements, look } = looking();
  const many = Array.from({ length: 33 }, (_, n) => `c${n}`);
  await Promise.all([look(many, harbour, nothing), look(['ada'], harbour, nothing)]);
  expect(statements.map(({ ids }) => ids.length)).toEqual([33, 1]);
});
