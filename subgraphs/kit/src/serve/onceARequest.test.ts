import { releasesOf } from '../guard/releases.ts';
import { onceARequest } from './onceARequest.ts';

const requester = { user: 'kim', role: 'PRACTITIONER', agency: 'wattle', purpose: 'SERVICE_COORDINATION' };
const permit = (...categories: readonly string[]) =>
  releasesOf({ requester, figures: false, releases: [{ records: ['1'], categories }] });
const batch = () => ({ now: new Date() });

function counted() {
  let times = 0;
  const ask = onceARequest(async (number, { releases }) => {
    times += 1;
    return { number, health: releases.kindsOf(number).has('HEALTH') };
  });
  return { ask, times: () => times };
}

test('a record’s value is looked up once per request, and is there synchronously from then on', async () => {
  const { ask, times } = counted();
  const context = { releases: permit(), batch: batch() };
  const [one, two] = [ask('1', context), ask('1', context)];
  expect(one).toBeInstanceOf(Promise);
  expect(await two).toEqual(await one);
  expect(ask('1', context)).toEqual({ number: '1', health: false });
  expect(times()).toBe(1);
});

test('what was found for one request or permit is not used for another', async () => {
  const { ask, times } = counted();
  const context = { releases: permit('HEALTH'), batch: batch() };
  expect(await ask('1', context)).toEqual({ number: '1', health: true });
  expect(await ask('1', { ...context, releases: permit() })).toEqual({ number: '1', health: false });
  expect(await ask('1', { ...context, batch: batch() })).toEqual({ number: '1', health: true });
  expect(times()).toBe(3);
});

test('a failed lookup is not tried again within the request', async () => {
  let times = 0;
  const ask = onceARequest(async () => {
    times += 1;
    throw new Error('no such table');
  });
  const context = { releases: permit(), batch: batch() };
  await expect(ask('1', context)).rejects.toThrow('no such table');
  await expect(ask('1', context)).rejects.toThrow('no such table');
  expect(times).toBe(1);
});
