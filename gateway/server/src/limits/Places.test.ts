import { Places } from './Places.ts';
import { type Late, withinTime } from './withinTime.ts';

const busy = { faultCode: 'HUB_BUSY', retryAfterSeconds: 1 };

test('a place is free again when its work has ended, whether it succeeded or failed', async () => {
  const places = new Places(1);
  let end = (): void => {};
  const first = places.during(() => new Promise<void>((resolve) => (end = resolve)));
  await expect(places.during(async () => 1)).rejects.toMatchObject(busy);
  end();
  await first;
  await expect(
    places.during(async () => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await places.during(async () => 2)).toBe(2);
});

test('work that nobody waits for any more keeps its place until it ends, and can see that its time is up', async () => {
  const places = new Places(1);
  let end = (): void => {};
  let seen: Late | undefined;
  const late = withinTime(1, (given) =>
    places.during(() => {
      seen = given;
      return new Promise<void>((resolve) => (end = resolve));
    }),
  );
  await expect(late).rejects.toMatchObject({ faultCode: 'TOOK_TOO_LONG' });
  expect(seen).toEqual({ isUp: true });
  await expect(places.during(async () => 1)).rejects.toMatchObject(busy);
  end();
  await new Promise((resolve) => setImmediate(resolve));
  expect(await places.during(async () => 2)).toBe(2);
});
