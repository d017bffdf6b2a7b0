import { keep } from '@accord/execution/keep';
import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  visit,
} from 'graphql';
import { CallerFault } from '../CallerFault.ts';
import { checkMeasure, checkSurvey } from './checkDocument.ts';
import { checkTokens } from './checkTokens.ts';
import type { Limits } from './Limits.ts';
import { measureDocument } from './measureDocument.ts';
import { surveyDocument } from './surveyDocument.ts';

type Variables = Readonly<Record<string, unknown>>;

/** A document as it was read: the same for everybody who sends it, so it is read once. */
export type ReadDocument = Readonly<{
  /** The syntax error of graphql-js where the text is no GraphQL. */
  document: DocumentNode | GraphQLError;
  /** Names of all fields and arguments that are written in it. */
  named: ReadonlySet<string>;
  /**
   * Refuses what asks too much, before it is validated or planned: both can take far longer than counting does. Throws a `CallerFault`
   * that says what was found and what is allowed.
   */
  check(variables: Variables): void;
}>;

/** Pages are of few sizes; so many choices of them are kept with a document. */
const choicesKept = 16;

/**
 * Reads a document and holds every operation and fragment of it to the limits, whichever is asked.
 *
 * Only page sizes hang on variables (`pageSizesOf`), so it is measured once for each choice of those. Throws a `CallerFault` where the text
 * is too long or too much is written in it. What is no GraphQL passes.
 */
export function readDocument(query: string, limits: Limits, schema: GraphQLSchema): ReadDocument {
  const document = parsed(query, limits.tokens);
  if (document instanceof GraphQLError) return { document, named: new Set(), check: () => {} };
  checkSurvey(surveyDocument(document), limits);
  const sizing = sizingVariables(document);
  const measureFor = keep(
    (_choice, variables: Variables) => measureDocument(document, { schema, variables }),
    choicesKept,
  );
  return {
    document,
    named: namesIn(document),
    check(variables) {
      for (const measure of measureFor(choiceOf(sizing, variables), variables)) checkMeasure(measure, limits);
    },
  };
}

function parsed(query: string, tokens: number): DocumentNode | GraphQLError {
  try {
    checkTokens(query, tokens);
    return parse(query);
  } catch (error) {
    if (error instanceof CallerFault || !(error instanceof GraphQLError)) throw error;
    return syntaxErrorOf(query) ?? error;
  }
}

/** As the parser has it, which may find something wrong before the character that no word begins with. */
function syntaxErrorOf(query: string): GraphQLError | undefined {
  try {
    parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
  }
  return undefined;
}

function namesIn(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  const add = ({ name }: FieldNode | ArgumentNode): void => {
    names.add(name.value);
  };
  visit(document, { Field: add, Argument: add });
  return names;
}

/** Names of the variables that any argument `first` hangs on. */
function sizingVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Argument({ name, value }) {
      if (name.value === 'first' && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** The same for variables that give the same page sizes: a number, something else that counts as none, or left to the default. */
const choiceOf = (names: readonly string[], variables: Variables): string =>
  names
    .map((name) => {
      if (!Object.hasOwn(variables, name)) return '';
      const given = variables[name];
      return typeof given === 'number' ? String(given) : 'none';
    })
    .join();
