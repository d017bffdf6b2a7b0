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

/** A document that has been read: the same for everybody who sends it, so it is read once. */
export type ReadDocument = Readonly<{
  /** Or the syntax error of graphql-js, if the text is not GraphQL. */
  document: DocumentNode | GraphQLError;
  /** Names of all fields and arguments written in it. */
  named: ReadonlySet<string>;
  /**
   * Refuses a request that asks too much, before it is validated or planned, either of which can take far longer than counting.
   * Throws a `CallerFault` that says what was found and what is allowed.
   */
  check(variables: Variables): void;
}>;

/** Page sizes vary little: how many combinations to cache with a document. */
const choicesKept = 16;

/**
 * Reads a document and checks all its operations and fragments against the limits, whichever is to run.
 *
 * Only page sizes depend on variables (`pageSizesOf`), so it is measured once for each combination of those. Throws a
 * `CallerFault` if the text is too long or contains too much. Text that is not GraphQL passes.
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

/** The parser's own error, which may come before the first character that begins no token. */
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

/** Names of the variables that an argument `first` depends on. */
function sizingVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Argument({ name, value }) {
      if (name.value === 'first' && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/**
 * The same for variables that give the same page sizes: each is a number, something else (which counts as none), or left to its
 * default.
 */
const choiceOf = (names: readonly string[], variables: Variables): string =>
  names
    .map((name) => {
      if (!Object.hasOwn(variables, name)) return '';
      const given = variables[name];
      return typeof given === 'number' ? String(given) : 'none';
    })
    .join();
