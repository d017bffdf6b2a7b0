import { type ChanceTail, thresholdAgainstChance } from './chanceTail.ts';

/** What a band demands: never less than the floor, and at most so many chance matches for each new record. */
export type Demand = Readonly<{
  /** Against likeness that does not depend on how many records there are: twins, parents and children of one name. */
  floor: number;
  tail: ChanceTail;
  /** How many chance matches with the whole hub are accepted for each record that is compared with it. */
  chanceMatches: number;
}>;

/** What one encoding needs. Another schema of encoding needs another calibration. */
export type Calibration = Readonly<{
  /** What it was measured on. */
  of: string;
  automatic: Demand;
  /** Where the linkage keys are equal as well. */
  automaticWithSlk: Demand;
  review: Demand;
  /** In how many bits filters may differ that are linked without asking: fewer than one letter of a name changes. */
  bitsApart: number;
}>;

/** From which likeness a band begins; `bitsApart` as in `Calibration`. */
export type Thresholds = Readonly<Record<'automatic' | 'automaticWithSlk' | 'review' | 'bitsApart', number>>;

/**
 * The thresholds for one record compared with so many filters (those of the hub, other names included, times those of
 * the record). They rise with the number: each comparison is one more chance of a likeness that means nothing.
 *
 * A threshold above 1 is reached by nothing.
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
