import type { Expectation } from '@accord/consent/parseCase';
import type { WholeDecision } from './wholeDecision.ts';

/**
 * The keys in which a decision differs from the expected one; empty if none do. Only the keys that the expectation names are
 * compared, and lists as sets.
 */
export function disagreement(expect: Expectation, decision: WholeDecision): readonly (keyof WholeDecision)[] {
  const texts = (['effect', 'reason', 'validUntil'] as const).filter(
    (key) => expect[key] !== undefined && expect[key] !== decision[key],
  );
  const lists = (['mask', 'basis', 'obligations'] as const).filter(
    (key) => expect[key] !== undefined && !areSameSet(expect[key], decision[key]),
  );
  return [...texts, ...lists];
}

function areSameSet(one: readonly string[], other: readonly string[]): boolean {
  const [left, right] = [new Set(one), new Set(other)];
  return left.size === right.size && [...left].every((each) => right.has(each));
}
