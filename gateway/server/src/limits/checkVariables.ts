import { CallerFault } from '../CallerFault.ts';
import { inFigures } from './inFigures.ts';
import type { Limits } from './Limits.ts';

/** Refuses variables that are too deeply nested or too large. Throws `VARIABLES_TOO_LARGE`. */
export function checkVariables(variables: unknown, { variablesBytes, valueDepth }: Limits): void {
  // The object that holds the variables does not count as a level. Depth is checked first, because writing JSON recurses at each level.
  if (isDeeper(variables, valueDepth + 1))
    throw new CallerFault(
      'VARIABLES_TOO_LARGE',
      `A value is nested more than ${inFigures(valueDepth)} levels deep. Send a simpler one.`,
    );
  const bytes = Buffer.byteLength(JSON.stringify(variables) ?? '');
  if (bytes > variablesBytes)
    throw new CallerFault(
      'VARIABLES_TOO_LARGE',
      `They have ${inFigures(bytes)} bytes; the limit is ${inFigures(variablesBytes)}. Send less at a time.`,
    );
}

/** Looks no deeper than `most`. */
const isDeeper = (value: unknown, most: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (most === 0 || Object.values(value).some((part) => isDeeper(part, most - 1)));
