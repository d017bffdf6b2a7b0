import type { Calibration } from './thresholdsFor.ts';

/** Unrelated people: see MATCHING.md for how it was measured, and `npm run bench -- linkage` to measure it again. */
const tail = { intercept: 5.3, slope: 15 };

/**
 * For the default schema of `schema/linkage` (names, date of birth, sex, suburb, postcode; 1024 bits).
 *
 * Measured on invented people with small lists of names, so that chance is overstated; a partnership with labelled pairs
 * of its own (reviewed ones) should measure its own.
 */
export const defaultCalibration: Calibration = {
  of: 'default schema of schema/linkage, invented people',
  // Of twins of one sex at one address one pair in 150 is as alike as this, with their names spelt right: `bitsApart` keeps them.
  automatic: { floor: 0.9, tail, chanceMatches: 0.001 },
  // People who moved are as alike as this, 95 in 100. One pair of twins in 50 has one linkage key, and half of those are
  // as alike as this. Among 1.8e9 pairs of unrelated people one had one key: two decades below the tail at this height.
  automaticWithSlk: { floor: 0.83, tail: { intercept: 3.2, slope: 15 }, chanceMatches: 0.001 },
  // People known to two agencies are as alike as this, 97 in 100 (96 at 0.70); the next questions would nearly all be in vain.
  review: { floor: 0.68, tail, chanceMatches: 0.2 },
  // A sex that one side does not state sets 6; a letter doubled in a name 7 to 12, a letter more or another one 11 to 50.
  bitsApart: 6,
};
