import { keep } from '@accord/execution/keep';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { FetchNode } from '../planner.ts';
import { entityField } from './entityField.ts';
import type { Planned } from './plannedFetches.ts';
import { textOfVariables } from './textOfVariables.ts';

/** An operation that asks for entities in one or more fields. */
export type Operation = Readonly<{
  query: string;
  /** The query as a JSON string. */
  queryText: string;
  /** Writes the caller's variables as the inside of a JSON object. */
  variables: ReturnType<typeof textOfVariables>;
  /** For each field: the index of its fetch, its response key, and the variable that holds its representations. */
  fields: readonly Readonly<{ place: number; key: string; variable: string }>[];
}>;

/** The parts of an operation of the planner's, as text. */
type Parts = Readonly<{ selection: string; definitions: ReadonlyMap<string, string> }>;

/**
 * How many distinct sets of merged fetches keep their operation. Which fetches are asked at all depends on variables and on earlier
 * answers.
 */
const choicesKept = 16;

/** True of a fetch of entities that can share an operation with others. */
export const isMergeable = ({ fetch }: Planned): boolean =>
  fetch.requires !== undefined && !takesTheirName(fetch.variableUsages) && partsOf(fetch.operation) !== undefined;

/** True where a variable of the caller's has the name the planner uses for the representations. */
const takesTheirName = (names: readonly string[] = []): boolean => names.includes('representations');

/** The selection on the entities, as text: the same for fetches that ask the same, whatever their operations are called. */
export const selectionIn = ({ operation }: FetchNode): string => partsOf(operation)?.selection ?? operation;

/**
 * Merges the operations of several fetches into one, each under its alias. The returned function takes the indexes of the fetches to ask;
 * for a single one it returns the operation the planner wrote.
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
    // A variable of the caller's is defined once, however many fields use it.
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
 * Splits `query Name($representations: [_Any!]!, …) { _entities(representations: $representations) { … } }` into its parts. Undefined for
 * anything else the planner may write.
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
