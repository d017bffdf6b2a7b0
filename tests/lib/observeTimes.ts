import { randomInt } from 'node:crypto';
import { compareTimes, type Difference, median } from './compareTimes.ts';

/** One of two things that are asked in turns. */
export type Side = 0 | 1;

/** What an observer learns who looks at nothing but the time. */
export type Observed = Difference &
  Readonly<{
    mediansMs: readonly [number, number];
    /** True where the times tell one side from the other. */
    found: boolean;
  }>;

/** Of each side; enough that 3 ms show, on a busy machine too, where an answer takes 15 ms. */
const rounds = 250;
/** Asked first and not looked at: what is slow once only is no difference. */
const warmUp = 20;
/** A difference is a finding only where chance would bring it about less often than this, and an observer could use it. */
const chance = 0.001;
const usable = { ms: 1.5, part: 0.15 };

/**
 * Asks both in turns and compares how long each takes. `takeMs` asks one, and gives its time.
 *
 * Which of a round goes first is drawn: in a fixed order, whatever slows every fourth answer (a pause of the garbage collector, a
 * slow connection of the pool) falls on one side only, and looks like a difference. A finding must show a second time, in as
 * many rounds: a difference that is real does, and what else the machine did meanwhile does not.
 */
export async function observeTimes(
  takeMs: (side: Side) => Promise<number>,
  zeroFirst: () => boolean = () => randomInt(2) === 0,
): Promise<Observed> {
  await sample(takeMs, zeroFirst, warmUp);
  const first = observed(await sample(takeMs, zeroFirst, rounds));
  if (!first.found) return first;
  const second = observed(await sample(takeMs, zeroFirst, rounds));
  return { ...second, found: second.found && Math.sign(second.medianMs) === Math.sign(first.medianMs) };
}

type Times = readonly [readonly number[], readonly number[]];

async function sample(
  takeMs: (side: Side) => Promise<number>,
  zeroFirst: () => boolean,
  count: number,
): Promise<Times> {
  const times: readonly [number[], number[]] = [[], []];
  for (let round = 0; round < count; round += 1)
    for (const side of zeroFirst() ? ([0, 1] as const) : ([1, 0] as const)) times[side].push(await takeMs(side));
  return times;
}

function observed([a, b]: Times): Observed {
  const difference = compareTimes(a, b);
  const mediansMs = [median(a), median(b)] as const;
  const apart = Math.abs(difference.medianMs);
  const found = difference.chance < chance && apart > Math.max(usable.ms, usable.part * mediansMs[1]);
  return { ...difference, mediansMs, found };
}
