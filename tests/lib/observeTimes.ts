import { randomInt } from 'node:crypto';
import { compareTimes, type Difference, median } from './compareTimes.ts';

/** One of the two things that are asked alternately. */
export type Side = 0 | 1;

/** What an observer learns from the time alone. */
export type Observed = Difference &
  Readonly<{
    mediansMs: readonly [number, number];
    /** True if the times distinguish the two sides. */
    found: boolean;
  }>;

/** For each side: enough to show 3 ms where an answer takes 15 ms, even on a busy machine. */
const rounds = 250;
/** Asked first and not counted: something that is slow only once makes no difference. */
const warmUp = 20;
/** A difference counts only if chance would cause it less often than this, and an observer could use it. */
const chance = 0.001;
const usable = { ms: 1.5, part: 0.15 };

/**
 * Asks both sides alternately and compares their times. `takeMs` asks one side and returns its time.
 *
 * Which side of a round goes first is random. In a fixed order, whatever slows every fourth answer (a garbage collection pause,
 * a slow connection of the pool) would fall on one side only and look like a difference. A finding must appear again in a
 * second set of as many rounds: a real difference does, the machine's other work does not.
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
