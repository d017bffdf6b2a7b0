import type { PartName } from './ClientSchema.ts';

/**
 * The bit of each part in a client's `parts`.
 *
 * CAUTION: these numbers are sent between programs. Never change one.
 */
export const partBits: Readonly<Record<PartName, number>> = {
  given: 1,
  family: 2,
  day: 4,
  month: 8,
  year: 16,
  sex: 32,
  suburb: 64,
  postcode: 128,
  birth: 256,
};
