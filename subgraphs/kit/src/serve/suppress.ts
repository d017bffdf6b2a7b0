import type { Count } from '@accord/contract/generated/api';

const smallest = 1;
const largest = 4;

/**
 * A count as it may be disclosed: 1 to 4 people are so few that they could be recognised (AIHW).
 *
 * Throws where it is not a count: a negative or broken number would be disclosed as if it were one.
 */
export function suppress(count: number): Count {
  if (!Number.isSafeInteger(count) || count < 0) throw new Error('A figure is a whole number from 0.');
  const suppressed = count >= smallest && count <= largest;
  return { value: suppressed ? null : count, suppressed };
}

/**
 * A count that is counted anew on every request, as it may be disclosed: suppressed as by `suppress`, and rounded down to
 * fives, so that one record more or fewer does not show unless a multiple of five is passed. Throws as `suppress` does.
 */
export function inFives(count: number): Count {
  const told = suppress(count);
  return told.suppressed ? told : { value: count - (count % 5), suppressed: false };
}
