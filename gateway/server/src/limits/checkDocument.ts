import { CallerFault } from '../CallerFault.ts';
import { inFigures } from './inFigures.ts';
import type { Limits } from './Limits.ts';
import type { Measure } from './measureDocument.ts';
import type { Survey } from './surveyDocument.ts';

/**
 * Most fields and fragments to plan, with fragments expanded: planning more takes seconds. Fields have a limit of their own, far
 * lower.
 */
const mostSelections = 10_000;

/** Checks what is written in a document against the limits. Throws a `CallerFault` that says what was found and what is allowed. */
export function checkSurvey({ aliases, directives, valueDepth }: Survey, limits: Limits): void {
  if (aliases > limits.aliases)
    throw new CallerFault(
      'TOO_MANY_ALIASES',
      `It has ${inFigures(aliases)} different ones; at most ${inFigures(limits.aliases)} are allowed. Ask for less at a time.`,
    );
  if (directives > limits.directives)
    throw new CallerFault(
      'TOO_MANY_DIRECTIVES',
      `One place has ${inFigures(directives)}; at most ${inFigures(limits.directives)} are allowed. Leave some out.`,
    );
  if (valueDepth > limits.valueDepth)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `One is nested ${inFigures(valueDepth)} levels deep; at most ${inFigures(limits.valueDepth)} are allowed. Send a simpler one.`,
    );
}

/** Checks the totals of an operation or fragment against the limits. Throws likewise. */
export function checkMeasure(measure: Measure, limits: Limits): void {
  const { depth, fields, selections, topFields, largestPage, cost } = measure;
  if (depth > limits.depth)
    throw new CallerFault(
      'QUERY_TOO_DEEP',
      `It is ${inFigures(depth)} levels deep; at most ${inFigures(limits.depth)} are allowed. Ask for less at a time.`,
    );
  if (topFields > limits.rootFields)
    throw new CallerFault(
      'QUERY_TOO_BROAD',
      `It begins with ${inFigures(topFields)} fields; at most ${inFigures(limits.rootFields)} are allowed. Ask for less at a time.`,
    );
  if (fields > limits.fields)
    throw new CallerFault(
      'QUERY_TOO_BROAD',
      `With its fragments put in place it has ${inFigures(fields)} fields; at most ${inFigures(limits.fields)} are allowed. Ask for less at a time.`,
    );
  if (selections > mostSelections)
    throw new CallerFault(
      'QUERY_TOO_BROAD',
      `With its fragments put in place it has ${inFigures(selections)} fields and fragments; at most ${inFigures(mostSelections)} are allowed. Ask for less at a time.`,
    );
  if (largestPage > limits.pageItems)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `"first" is ${inFigures(largestPage)}; it may be 1 to ${inFigures(limits.pageItems)}.`,
    );
  if (cost > limits.cost)
    throw new CallerFault(
      'QUERY_TOO_COSTLY',
      `It may have to find ${inFigures(cost)} values; at most ${inFigures(limits.cost)} are allowed. Ask for shorter pages ("first") or fewer fields.`,
    );
}
