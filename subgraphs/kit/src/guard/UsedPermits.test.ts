import { UsedPermits } from './UsedPermits.ts';

const at = (seconds: number): Date => new Date(seconds * 1000);

test('a permit is accepted once, however often it is sent while it is valid', () => {
  const used = new UsedPermits();
  expect(used.take({ id: 'a', until: 1035 }, at(1000))).toBe('FIRST');
  expect(used.take({ id: 'b', until: 1035 }, at(1000))).toBe('FIRST');
  for (const second of [1000, 1001, 1034, 1035]) expect(used.take({ id: 'a', until: 1035 }, at(second))).toBe('AGAIN');
});

test('an id is accepted once, even in another permit that expires at another time', () => {
  const used = new UsedPermits();
  used.take({ id: 'a', until: 1035 }, at(1000));
  expect(used.take({ id: 'a', until: 1055 }, at(1020))).toBe('AGAIN');
});

test('expired permits are forgotten', () => {
  const used = new UsedPermits();
  for (let second = 0; second < 3600; second += 1)
    used.take({ id: `permit ${second}`, until: second + 35 }, at(second));
  expect(used.remembered).toBeLessThanOrEqual(35 + 2 * 10);
});

test('when there is no room to remember a permit, it is refused rather than accepted twice', () => {
  const used = new UsedPermits(2);
  expect(['a', 'b', 'c'].map((id) => used.take({ id, until: 1035 }, at(1000)))).toEqual(['FIRST', 'FIRST', 'FULL']);
  expect(used.take({ id: 'c', until: 1080 }, at(1045))).toBe('FIRST');
  expect(used.take({ id: 'x'.repeat(10_000), until: 1080 }, at(1045))).toBe('FULL');
});
