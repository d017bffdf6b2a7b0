import { saysEnough } from './bandOf.ts';
import { DATE, hasAll, hasAny, NAMES, PLACE } from './Encoding.ts';
import type { Score } from './scoreOf.ts';

/** What can be said about a pair without revealing anything that either record says. */
export const reasons = {
  ALMOST_EQUAL: 'The details on both records are almost identical.',
  CLOSE: 'The details on both records match closely.',
  PARTLY: 'The details on both records match in part.',
  LITTLE: 'The details on both records have little in common.',
  ANOTHER_NAME: 'They match better under another name on file.',
  COMPARED_NAMES: 'Names were compared.',
  COMPARED_NAMES_AND_DATE: 'Names and the full date of birth were compared.',
  COMPARED_NAMES_AND_PART_OF_DATE: 'Names and part of the date of birth were compared.',
  NO_DATE_ON_ONE_SIDE: 'One of the two records has no known date of birth.',
  NO_DATE: 'Neither record has a known date of birth.',
  DATE_ESTIMATED: 'A date of birth is an estimate, or a date that is often entered when the real one is not known.',
  NAME_MISSING: 'A name is missing from at least one of the records.',
  PLACE_NOT_COMPARED: 'Where they live was not compared.',
  SLK_EQUAL: 'The linkage keys are the same.',
  SLK_DIFFERENT: 'The linkage keys differ.',
  // Added by the code that stores pairs: the two records alone do not show it.
  ALIKE_BEFORE: 'The linkage keys used to be the same.',
  SEX_DIFFERENT: 'One record says male and the other says female.',
  TOO_LITTLE: 'The two records share too little information to be compared.',
} as const;

export type ReasonCode = keyof typeof reasons;

/** Returns why a pair is in its band, for the people who are asked about it: codes of `reasons`, the most important first. */
export function explain(score: Score): readonly ReasonCode[] {
  if (!saysEnough(score) && score.slk !== 'EQUAL') return ['TOO_LITTLE', ...missing(score)];
  const likeness = Math.max(score.dice, score.aliasDice ?? 0);
  const codes: ReasonCode[] = [likenessOf(likeness)];
  if (score.aliasDice !== null && score.aliasDice > score.dice) codes.push('ANOTHER_NAME');
  if (score.slk !== 'ABSENT') codes.push(score.slk === 'EQUAL' ? 'SLK_EQUAL' : 'SLK_DIFFERENT');
  if (score.sex === 'DIFFERENT') codes.push('SEX_DIFFERENT');
  codes.push(comparedOf(score));
  return [...codes, ...missing(score)];
}

function likenessOf(likeness: number): ReasonCode {
  if (likeness >= 0.95) return 'ALMOST_EQUAL';
  if (likeness >= 0.85) return 'CLOSE';
  return likeness >= 0.7 ? 'PARTLY' : 'LITTLE';
}

function comparedOf({ inBoth }: Score): ReasonCode {
  if (hasAll(inBoth, DATE)) return 'COMPARED_NAMES_AND_DATE';
  return hasAny(inBoth, DATE) ? 'COMPARED_NAMES_AND_PART_OF_DATE' : 'COMPARED_NAMES';
}

function missing({ inBoth, inOne, estimated }: Score): readonly ReasonCode[] {
  const codes: ReasonCode[] = [];
  if (!hasAny(inBoth, DATE)) codes.push(hasAny(inOne, DATE) ? 'NO_DATE_ON_ONE_SIDE' : 'NO_DATE');
  if (estimated) codes.push('DATE_ESTIMATED');
  if (!hasAll(inBoth, NAMES)) codes.push('NAME_MISSING');
  if (!hasAny(inBoth, PLACE)) codes.push('PLACE_NOT_COMPARED');
  return codes;
}
