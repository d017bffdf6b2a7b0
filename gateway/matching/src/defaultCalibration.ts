import type { Calibration } from './thresholdsFor.ts';

/** For unrelated people. MATCHING.md says how it was measured; `npm run bench -- linkage` measures it again. */
const tail = { intercept: 5.3, slope: 15 };

/**
 * For the default schema of `schema/linkage` (names, date of birth, sex, suburb, postcode; 1024 bits).
 *
 * CAUTION: measured on invented people with small lists of names, which overstates chance. A partnership with labelled pairs of
 * its own (reviewed ones) should measure its own.
 */
export const defaultCalibration: Calibration = {
  of: 'default schema of schema/linkage, invented people',
  // One pair in 150 of twins of one sex at one address, with their names spelt right, is as alike as this: `bitsApart` stops
  // those.
  automatic: { floor: 0.9, tail, chanceMatches: 0.001 },
  // Of people who moved, 95 in 100 are as alike as this. One pair of twins in 50 has equal linkage keys, and half of those are
  // as alike as this. Among 1.8e9 pairs of unrelated people, one pair had equal keys: two decades below the tail at this
  // height.
  automaticWithSlk: { floor: 0.83, tail: { intercept: 3.2, slope: 15 }, chanceMatches: 0.001 },
  // Of people known to two agencies, 97 in 100 are as alike as this (96 at 0.70). Asking about less would nearly always be in
  // vain.
  review: { floor: 0.68, tail, chanceMatches: 0.2 },
  // A sex that one side does not state changes 6 bits; a doubled letter in a name 7 to 12; an extra or different letter 11 to
  // 50.
  bitsApart: 6,
};
