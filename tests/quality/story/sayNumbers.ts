import type { Data } from '../../lib/Data.ts';

/** Takes the next line of the story. */
export type Say = (line: string) => void;

export const plain = (code: string): string => code.toLowerCase().replaceAll('_', ' ');
export const nameOf = (agency: string): string => `${agency[0]?.toUpperCase()}${agency.slice(1)}`;

const verdicts: Readonly<Record<string, string>> = {
  MORE: 'chance alone would rarely give such an increase',
  LESS: 'chance alone would rarely give such a decrease',
  COULD_BE_CHANCE: 'this could be chance',
  UNKNOWN: 'nothing can be concluded',
};

const percent = (rate: number | null): string => (rate === null ? 'none' : `${(rate * 100).toFixed(0)}%`);
const two = (value: number | null): string => (value === null ? 'none' : value.toFixed(2));

/** Words for a share with its interval. */
export const sayShare = ({ part, whole, rate, low, high }: Data): string =>
  `${part} of ${whole} (${percent(rate)}, from ${percent(low)} to ${percent(high)})`;

/** Words for a count over agencies; if one is missing or withheld, the least that the count can be. */
export const sayCount = ({ total, atLeast, withheld }: Data): string => {
  if (total !== null) return String(total);
  const kept = withheld.length > 0 ? ` (suppressed at ${withheld.map(({ id }: Data) => nameOf(id)).join(', ')})` : '';
  return `${atLeast === 0 ? 'unknown' : `at least ${atLeast}`}${kept}`;
};

/** Words for a change with its interval. */
export const sayChange = ({ estimate, low, high, verdict }: Data): string =>
  `${two(estimate)} (from ${two(low)} to ${two(high)}; ${verdicts[verdict]})`;

/** Words for Krippendorff's alpha with its interval, or for why there is none. */
export const sayAgreement = ({ alpha, low, high, undefinedBecause }: Data): string =>
  alpha === null ? `none (${plain(undefinedBecause)})` : `alpha ${two(alpha)} (from ${two(low)} to ${two(high)})`;
