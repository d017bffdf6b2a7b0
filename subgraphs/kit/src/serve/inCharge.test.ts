import type { Release } from '@accord/contract/permit';
import { inventedAgency, servedAgency, stopServed } from '../../tests/inventedAgency.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { usualAgencyLimits } from './AgencyLimits.ts';

afterEach(stopServed);

const releases: readonly Release[] = [{ records: ['1'], categories: ['IDENTITY'] }];
const fields = 'identity { name { given } }';

/** An agency whose database answers only when the test says so. */
function slowAgency() {
  const { mapping, loads } = inventedAgency();
  const waiting: (() => void)[] = [];
  let [running, most] = [0, 0];
  const records: Mapping['records'] = {
    async rowsOf(number, batch) {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => waiting.push(resolve));
      running -= 1;
      return mapping.records.rowsOf(number, batch);
    },
  };
  return {
    mapping: { ...mapping, records },
    loads,
    most: () => most,
    waits: () => waiting.length > 0,
    answer: () => waiting.shift()?.(),
  };
}
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

test('a request over the minute’s limit is turned away, loads nothing, and is told when to retry', async () => {
  const { mapping, loads } = inventedAgency();
  const { ask, url } = await servedAgency(mapping, { limits: { ...usualAgencyLimits, requestsPerMinute: 2 } });
  expect([(await ask(fields, releases)).status, (await ask(fields, releases)).status]).toEqual([200, 200]);
  loads.clear();
  const third = await ask(fields, releases);
  expect(third.status).toBe(429);
  expect(third.body).toEqual({ errors: [{ message: 'Too many requests.', extensions: { code: 'RATE_LIMITED' } }] });
  expect(third.retryAfter).toBe('5');
  expect([...loads]).toEqual([]);
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

test('requests without a permit cannot use up the hub’s limit', async () => {
  const { ask, send } = await servedAgency(inventedAgency().mapping, {
    limits: { ...usualAgencyLimits, requestsPerMinute: 2 },
  });
  for (let time = 0; time < 5; time += 1)
    expect((await send('{ x }', { authorization: 'Bearer a.b.c' })).status).toBe(403);
  expect((await ask(fields, releases)).status).toBe(200);
});

test('a permit that names more records than are answered at once is refused, and loads nothing', async () => {
  const { mapping, loads } = inventedAgency();
  const { ask } = await servedAgency(mapping, { limits: { ...usualAgencyLimits, recordsAtOnce: 2 } });
  const { status } = await ask(fields, [
    { records: ['1', '2'], categories: ['IDENTITY'] },
    { records: ['2', '3'], categories: ['HOUSING'] },
  ]);
  expect(status).toBe(403);
  expect([...loads]).toEqual([]);
  const twice = [
    { records: ['1', '2'], categories: ['IDENTITY'] },
    { records: ['2', '1'], categories: ['HOUSING'] },
  ];
  expect((await ask(fields, twice, ['1', '2'])).status).toBe(200);
});

test('a limited number are answered at once, a limited number wait, and the rest are told to retry', async () => {
  const slow = slowAgency();
  const limits = { ...usualAgencyLimits, requestsAtOnce: 2, requestsWaiting: 1, answerMs: 30_000 };
  const { ask } = await servedAgency(slow.mapping, { limits });
  const statuses: number[] = [];
  const asking = [1, 2, 3, 4, 5].map(async () => {
    const { status } = await ask(fields, releases);
    statuses.push(status);
    return status;
  });
  await until(() => statuses.length === 2);
  expect(statuses).toEqual([503, 503]);
  expect(slow.most()).toBe(2);
  for (const _ of [1, 2, 3]) {
    await until(slow.waits);
    slow.answer();
  }
  expect((await Promise.all(asking)).sort()).toEqual([200, 200, 200, 503, 503]);
  expect(slow.most()).toBe(2);
});

test('an answer that takes too long is abandoned, and its place becomes free only when the database is done', async () => {
  const slow = slowAgency();
  const limits = { ...usualAgencyLimits, requestsAtOnce: 1, requestsWaiting: 5, answerMs: 100 };
  const { ask } = await servedAgency(slow.mapping, { limits });
  const first = await ask(fields, releases);
  expect({ status: first.status, code: first.body.errors[0].extensions.code }).toEqual({
    ...{ status: 503, code: 'AGENCY_UNAVAILABLE' },
  });
  expect((await ask(fields, releases)).status).toBe(503);
  expect(slow.most()).toBe(1);
  slow.answer();
  const third = ask(fields, releases);
  await until(slow.waits);
  slow.answer();
  expect((await third).status).toBe(200);
});
