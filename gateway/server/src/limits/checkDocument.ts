import { type DocumentNode, GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { CallerFault } from '../CallerFault.ts';
import { checkTokens } from './checkTokens.ts';
import { inFigures } from './inFigures.ts';
import type { Limits } from './Limits.ts';
import { type Measure, measureDocument } from './measureDocument.ts';
import { type Survey, surveyDocument } from './surveyDocument.ts';

type Asked = Readonly<{ query: string; variables: Readonly<Record<string, unknown>> }>;

/**
 * Refuses a document that asks too much, before it is validated or planned: both can take far longer than counting does.
 *
 * Every operation and every fragment is held to the limits, whichever is asked. What is no GraphQL passes; the engine says what is
 * wrong with it. Throws a `CallerFault` that says what was found and what is allowed.
 */
export function checkDocument({ query, variables }: Asked, limits: Limits, schema: GraphQLSchema): void {
  const document = parsed(query, limits.tokens);
  if (!document) return;
  checkSurvey(surveyDocument(document), limits);
  for (const measure of measureDocument(document, { schema, variables })) checkMeasure(measure, limits);
}

function checkSurvey({ aliases, directives, valueDepth }: Survey, limits: Limits): void {
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

function checkMeasure({ depth, fields, topFields, largestPage, cost }: Measure, limits: Limits): void {
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

/** The document; `undefined` where the text is none. */
function parsed(query: string, tokens: number): DocumentNode | undefined {
  try {
    checkTokens(query, tokens);
    return parse(query, { noLocation: true });
  } catch (error) {
    if (error instanceof CallerFault || !(error instanceof GraphQLError)) throw error;
    return undefined;
  }
}
