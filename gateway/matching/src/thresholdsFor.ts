import { type ChanceTail, thresholdAgainstChance } from './chanceTail.ts';

/** What a band requires: a likeness never below the floor, and at most so many chance matches for each new record. */
export type Demand = Readonly<{
  /**
   * Guards against likeness that does not depend on how many records there are: twins, and parents and children with the same
   * name.
   */
  floor: number;
  tail: ChanceTail;
  /** How many chance matches across the whole hub are accepted for each record compared with it. */
  chanceMatches: number;
}>;

/** What one encoding needs. Another encoding schema needs another calibration. */
export type Calibration = Readonly<{
  /** What it was measured on. */
  of: string;
  automatic: Demand;
  /** For pairs whose linkage keys are equal as well. */
  automaticWithSlk: Demand;
  review: Demand;
  /** How many bits may differ between filters that are linked without asking: fewer than one letter of a name changes. */
  bitsApart: number;
}>;

/** The likeness from which each band begins; `bitsApart` as in `Calibration`. */
export type Thresholds = Readonly<Record<'automatic' | 'automaticWithSlk' | 'review' | 'bitsApart', number>>;

/**
 * Returns the thresholds for one record compared with this many filters (those of the hub, including other names, times those
 * of the record). They rise with the number, because each comparison is another chance of a meaningless likeness.
 *
 * Nothing reaches a threshold above 1.
 */
export function thresholdsFor(calibration: Calibration, comparisons: number): Thresholds {
  const of = ({ floor, tail, chanceMatches }: Demand): number =>
    Math.max(floor, thresholdAgainstChance(tail, comparisons, chanceMatches));
  const automatic = of(calibration.automatic);
  return {
    automatic,
    automaticWithSlk: Math.min(automatic, of(calibration.automaticWithSlk)),
    review: Math.min(automatic, of(calibration.review)),
    bitsApart: calibration.bitsApart,
  };
}
