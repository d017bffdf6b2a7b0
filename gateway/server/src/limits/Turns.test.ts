import { Turns } from './Turns.ts';

test('a requester who has used up their turns learns how long to wait; nobody else is affected', async () => {
  const turns = new Turns(2);
  await turns.take('mara');
  await turns.take('mara');
  const fault: unknown = await turns.take('mara').catch((error: unknown) => error);
  expect(fault).toMatchObject({ faultCode: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
  expect(Reflect.get(Object(fault), 'retryAfterSeconds')).toBeGreaterThan(0);
  expect(Reflect.get(Object(fault), 'retryAfterSeconds')).toBeLessThanOrEqual(60);
  await turns.take('tess');
});
