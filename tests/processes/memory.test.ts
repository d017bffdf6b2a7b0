import { mixedLoad } from '../bench/scale/mixedLoad.mjs';
import { median, openPartnership } from '../bench/scale/partnership.mjs';

// The short form of `npm run bench -- soak`: the same hub and load, counted rather than timed.

const [people, atOnce] = [60, 8];
/** Questions before the first measurement, so that everything kept for good is there; and between two measurements. */
const [warmUp, between] = [200, 60];
/**
 * How many measurements are taken early and late, and by how many MiB their medians may differ: 5 KB a question. Single
 * measurements differ by half a MiB.
 */
const [looks, allowedMiB] = [4, 2];

type Load = ReturnType<typeof mixedLoad>;
let partnership: Awaited<ReturnType<typeof openPartnership>>;
let load: Load;
beforeAll(async () => {
  partnership = await openPartnership({ people });
});
afterAll(async () => {
  await load?.close();
  await partnership?.stop();
});

/** Asks this many further questions, several at a time; for every twenty, a consent is given and withdrawn. */
async function ask(from: number, count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: atOnce }, async (_, own) => {
      for (let n = from + own; n < from + count; n += atOnce) {
        await load.question(n);
        if (n % 20 === 0) await load.consent(n);
      }
    }),
  );
}

test('memory does not grow with what was asked, consented, suspended and recomposed, and nothing fails', async () => {
  const hub = await partnership.serve();
  load = mixedLoad(partnership, hub, atOnce);
  const loops: { p50: number; p99: number; max: number }[] = [];
  let asked = 0;
  const heaps = async (count: number): Promise<number[]> => {
    const list: number[] = [];
    while (list.length < count) {
      await ask(asked, between);
      asked += between;
      const [{ heapUsed, external, loop }] = await hub.samples();
      list.push((heapUsed + external) / 2 ** 20);
      loops.push(loop);
    }
    return list;
  };
  const recompose = async (times: number): Promise<void> => {
    for (const n of [0, 1]) {
      await Promise.all([load.recomposition(n), ask(asked, 20)]);
      await load.recomposed(times + n);
      asked += 20;
    }
  };

  await ask(asked, warmUp);
  asked += warmUp;
  await recompose(1);
  const early = await heaps(looks);
  await load.suspension(0);
  await ask(asked, between);
  asked += between;
  await load.suspension(1);
  await recompose(3);
  const late = await heaps(looks);

  const told = (list: readonly number[]): string => list.map((value) => value.toFixed(1)).join(' ');
  console.log(
    `${load.counts.answered} answered; MiB after a collection early ${told(early)}, late ${told(late)}; ` +
      `event loop at most ${told(loops.map(({ max }) => max))} ms late`,
  );
  expect({ failed: load.counts.failed, lastFault: load.lastFault() }).toEqual({ failed: 0, lastFault: '' });
  expect(median(late) - median(early)).toBeLessThan(allowedMiB);
});
