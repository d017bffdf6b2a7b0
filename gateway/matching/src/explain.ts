import { saysEnough } from './bandOf.ts';
import { DATE, hasAll, hasAny, NAMES, PLACE } from './Encoding.ts';
import type { Score } from './scoreOf.ts';

/** What can be said about a pair without revealing anything that either record says. */
export const reasons = {
  ALMOST_EQUAL: 'What both records have is almost the same.',
  CLOSE: 'What both records have agrees closely.',
  PARTLY: 'What both records have agrees in part.',
  LITTLE: 'What both records have agrees in little.',
  ANOTHER_NAME: 'They agree better with another name that is on file.',
  COMPARED_NAMES: 'Names were compared.',
  COMPARED_NAMES_AND_DATE: 'Names and the whole date of birth were compared.',
  COMPARED_NAMES_AND_PART_OF_DATE: 'Names and a part of the date of birth were compared.',
  NO_DATE_ON_ONE_SIDE: 'One of the two records has no date of birth that is known.',
  NO_DATE: 'Neither record has a date of birth that is known.',
  DATE_ESTIMATED: 'A date of birth is an estimate, or one that often stands for a day that is not known.',
  NAME_MISSING: 'A name is missing on one side at least.',
  PLACE_NOT_COMPARED: 'Where they live was not compared.',
  SLK_EQUAL: 'The linkage keys are the same.',
  SLK_DIFFERENT: 'The linkage keys differ.',
  // Added by the code that stores pairs: the two records alone do not show it.
  ALIKE_BEFORE: 'The linkage keys were the same once.',
  SEX_DIFFERENT: 'Male is recorded on one side and female on the other.',
  TOO_LITTLE: 'The two records have too little in common to be compared.',
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
