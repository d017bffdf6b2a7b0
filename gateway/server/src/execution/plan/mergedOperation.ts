import { keep } from '@accord/execution/keep';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { FetchNode } from '../planner.ts';
import { entityField } from './entityField.ts';
import type { Planned } from './plannedFetches.ts';
import { textOfVariables } from './textOfVariables.ts';

/** An operation that asks about entities in one field or several. */
export type Operation = Readonly<{
  query: string;
  /** The query as JSON. */
  queryText: string;
  /** The caller's variables, as the inside of a JSON object. */
  variables: ReturnType<typeof textOfVariables>;
  /** Response key of each field, and the variable of what it is asked about. */
  fields: readonly Readonly<{ place: number; key: string; variable: string }>[];
}>;

/** What an operation of the planner is made of, as text. */
type Parts = Readonly<{ selection: string; definitions: ReadonlyMap<string, string> }>;

/** Distinct sets of fetches of one request whose operation is kept: which are asked at all hangs on variables and on what came. */
const choicesKept = 16;

/** True of a fetch of entities that can stand beside others in one operation. */
export const isMergeable = ({ fetch }: Planned): boolean =>
  fetch.requires !== undefined && !takesTheirName(fetch.variableUsages) && partsOf(fetch.operation) !== undefined;

/** True where a variable of the caller's is called as the planner calls that of the representations. */
const takesTheirName = (names: readonly string[] = []): boolean => names.includes('representations');

/** What is selected of entities, as text: the same for fetches that ask the same, whatever their operations are called. */
export const selectionIn = ({ operation }: FetchNode): string => partsOf(operation)?.selection ?? operation;

/**
 * Makes one operation of those of several fetches, each under its alias; given the places of those that are asked. That of one alone
 * is what the planner wrote.
 */
export function mergedOperation(fetches: readonly FetchNode[]): (places: readonly number[]) => Operation {
  const [alone, parts] = [fetches.map(plannersOperation), fetches.map(({ operation }) => partsOf(operation))];
  const taken = new Set(fetches.flatMap(({ variableUsages = [] }) => variableUsages));
  const merged = keep((_choice: string, places: readonly number[]): Operation => {
    const definitions = new Map<string, string>();
    const fields = places.map((place) => {
      let variable = `representations${place}`;
      while (taken.has(variable)) variable += '_';
      return { place, key: `entities${place}`, variable };
    });
    // The caller's variables: one definition, wherever they are used.
    for (const place of places) for (const [name, text] of parts[place]?.definitions ?? []) definitions.set(name, text);
    const variables = textOfVariables([...definitions.keys()]);
    for (const { variable } of fields) definitions.set(variable, `$${variable}:[_Any!]!`);
    const selections = fields.map(
      ({ place, key, variable }) => `${key}:_entities(representations:$${variable})${parts[place]?.selection}`,
    );
    const name = fetches[places[0] ?? 0]?.operationName;
    const query = `query${name ? ` ${name}` : ''}(${[...definitions.values()].join()}){${selections.join(' ')}}`;
    return { query, queryText: JSON.stringify(query), variables, fields };
  }, choicesKept);
  return (places) => {
    const [one = 0, ...others] = places;
    return (others.length === 0 ? alone[one] : undefined) ?? merged(places.join(), places);
  };
}

function plannersOperation({ operation, variableUsages }: FetchNode, place: number): Operation {
  const variables = textOfVariables(variableUsages);
  return {
    query: operation,
    queryText: JSON.stringify(operation),
    variables: takesTheirName(variableUsages)
      ? () => {
          throw new Error('Variables cannot contain key "representations"');
        }
      : variables,
    fields: [{ place, key: '_entities', variable: 'representations' }],
  };
}

/**
 * `query Name($representations: [_Any!]!, …) { _entities(representations: $representations) { … } }` in parts. Undefined for whatever else
 * the planner may write.
 */
function partsOf(operation: string): Parts | undefined {
  const [one, ...others] = parse(operation).definitions;
  if (one?.kind !== Kind.OPERATION_DEFINITION || others.length > 0 || one.directives?.length) return undefined;
  const field = entityField(one);
  if (!field?.selectionSet || field.alias || field.directives?.length || field.arguments?.length !== 1)
    return undefined;
  if (one.selectionSet.selections.length > 1) return undefined;
  return { selection: textOf(operation, field.selectionSet), definitions: definitionsIn(operation, one) };
}

function definitionsIn(text: string, { variableDefinitions = [] }: OperationDefinitionNode): Map<string, string> {
  const named = variableDefinitions.map((one) => [one.variable.name.value, textOf(text, one)] as const);
  return new Map(named.filter(([name]) => name !== 'representations'));
}

const textOf = (text: string, { loc }: Readonly<{ loc?: Readonly<{ start: number; end: number }> }>): string =>
  loc ? text.slice(loc.start, loc.end) : '';
