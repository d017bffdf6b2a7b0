import { bundleText, takesHeader } from '@accord/contract/bundle';
import type { Release } from '@accord/contract/permit';
import { parse } from 'graphql';
import { inventedAgency, servedAgency, stopServed } from '../../tests/inventedAgency.ts';
import { usualAgencyLimits } from './AgencyLimits.ts';
import { answerBundle } from './answerBundle.ts';
import type { Answer } from './answerOperations.ts';

afterEach(stopServed);

const operation = (fields: string, numbers: readonly string[]) => ({
  query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord { ${fields} } } }`,
  variables: { representations: numbers.map((id) => ({ __typename: 'AgencyRecord', id })) },
});
const names = operation('id identity { name { given } }', ['1', '2']);
const addresses = operation('id address { suburb }', ['2', '1']);
const releases: readonly Release[] = [{ records: ['1', '2'], categories: ['IDENTITY', 'ADDRESS'] }];

test('a bundle is answered like its operations one by one, and loads what they share once', async () => {
  const { mapping, loads } = inventedAgency();
  const { send, url } = await servedAgency(mapping);
  const alone = [
    await send('', { releases, body: JSON.stringify(names) }),
    await send('', { releases, body: JSON.stringify(addresses) }),
  ];
  loads.clear();
  const together = await send('', { releases, body: bundleText([names, addresses].map((one) => JSON.stringify(one))) });
  expect(together.body).toEqual(alone.map(({ status, body }) => ({ status, answer: body })));
  expect([...loads]).toEqual([
    ['clients', 1],
    ['addresses', 1],
  ]);
  const unasked = await fetch(`${url}/graphql`, { method: 'POST' });
  expect(unasked.headers.get(takesHeader)).toMatch(/^bundles, key=[\w-]{43}$/);
});

test('an operation that is refused or fails does not affect the rest of its bundle', async () => {
  const { mapping } = inventedAgency();
  const { send } = await servedAgency({
    ...mapping,
    address: { of: () => Promise.reject(new Error('gone')) },
  });
  const refused = { query: '{ __schema { types { name } } }' };
  const { body, text } = await send('', {
    releases,
    body: bundleText([refused, addresses, names].map((one) => JSON.stringify(one))),
  });
  expect(body.map(({ status }: { status: number }) => status)).toEqual([403, 200, 200]);
  expect(body[0].answer).toEqual({
    errors: [{ message: expect.any(String), extensions: { code: 'OPERATION_REFUSED' } }],
  });
  expect(body[1].answer.data._entities).toEqual([
    { id: '2', address: null },
    { id: '1', address: null },
  ]);
  expect(body[2].answer.data._entities[0].identity.name.given).toBe('Ada1');
  expect(text).not.toContain('gone');
});

test('an operation that throws is reported as failed, without the reason, and the others are answered', async () => {
  const [lost, good] = [1, 2].map(
    (nth) => ({ kind: 'OPERATION', document: parse(`{ a${nth} }`), variables: {} }) as const,
  );
  const told: Answer = { status: 200, body: '{"data":{}}' };
  const answer = await answerBundle(
    [lost, good].filter((one) => one !== undefined),
    async (operation) => {
      if (operation === lost) throw new Error('gone');
      return told;
    },
    () => told,
  );
  expect(JSON.parse(answer.body)).toEqual([
    { status: 500, answer: { errors: [{ message: 'The agency could not answer.' }] } },
    { status: 200, answer: { data: {} } },
  ]);
  expect(answer.partial).toBe(true);
});

test('a bundle uses one of the minute’s requests per operation, and a bundle’s size is limited', async () => {
  const { send } = await servedAgency(inventedAgency().mapping, {
    limits: { ...usualAgencyLimits, requestsPerMinute: 3 },
  });
  const bundle = (size: number) =>
    send('', { releases, body: bundleText(Array.from({ length: size }, () => JSON.stringify(names))) });
  expect([(await bundle(17)).status, (await bundle(0)).status]).toEqual([403, 403]);
  expect([(await bundle(2)).status, (await bundle(2)).status]).toEqual([200, 429]);
});
