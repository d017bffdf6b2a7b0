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
      `It has ${inFigures(aliases)} different ones; the limit is ${inFigures(limits.aliases)}. Ask for less at a time.`,
    );
  if (directives > limits.directives)
    throw new CallerFault(
      'TOO_MANY_DIRECTIVES',
      `One place has ${inFigures(directives)}; the limit is ${inFigures(limits.directives)}. Leave some out.`,
    );
  if (valueDepth > limits.valueDepth)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `A value is nested ${inFigures(valueDepth)} levels deep; the limit is ${inFigures(limits.valueDepth)}. Send a simpler one.`,
    );
}

/** Checks the totals of an operation or fragment against the limits. Throws likewise. */
export function checkMeasure(measure: Measure, limits: Limits): void {
  const { depth, fields, selections, topFields, largestPage, cost } = measure;
  if (depth > limits.depth)
    throw new CallerFault(
      'QUERY_TOO_DEEP',
      `It is ${inFigures(depth)} levels deep; the limit is ${inFigures(limits.depth)}. Ask for less at a time.`,
    );
  if (topFields > limits.rootFields)
    throw new CallerFault(
      'QUERY_TOO_BROAD',
      `It has ${inFigures(topFields)} top-level fields; the limit is ${inFigures(limits.rootFields)}. Ask for less at a time.`,
    );
  if (fields > limits.fields)
    throw new CallerFault(
      'QUERY_TOO_BROAD',
      `With its fragments expanded it has ${inFigures(fields)} fields; the limit is ${inFigures(limits.fields)}. Ask for less at a time.`,
    );
  if (selections > mostSelections)
    throw new CallerFault(
      'QUERY_TOO_BROAD',
      `With its fragments expanded it has ${inFigures(selections)} fields and fragments; the limit is ${inFigures(mostSelections)}. Ask for less at a time.`,
    );
  if (largestPage > limits.pageItems)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `"first" is ${inFigures(largestPage)}; it must be 1 to ${inFigures(limits.pageItems)}.`,
    );
  if (cost > limits.cost)
    throw new CallerFault(
      'QUERY_TOO_COSTLY',
      `It might have to look up ${inFigures(cost)} values; the limit is ${inFigures(limits.cost)}. Ask for shorter pages ("first") or fewer fields.`,
    );
}
