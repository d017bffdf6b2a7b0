import { type DocumentNode, Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import type { HouseFault } from './houseRules.ts';
import { statementsOf } from './statementsOf.ts';
import type { ContractSubgraph } from './subgraphs.ts';

/**
 * Returns what a newer SDL would break for a side that keeps to the older one; empty if it only adds.
 *
 * A newer minor version may add types, inputs, enums, nullable fields and optional arguments. What was there stays as it is,
 * labels included, because an agency guards by the labels it knows. An existing enum gets no new values, because the older side
 * would not know them.
 */
export function whatBreaks(older: ContractSubgraph, newer: ContractSubgraph): readonly HouseFault[] {
  const [before, document] = [statementsOf(parse(older.sdl)), parse(newer.sdl)];
  const after = statementsOf(document);
  const typeOf = (coordinate: string): string => /^@?\w+/.exec(coordinate)?.[0] ?? coordinate;
  const changed = [...before].flatMap(([coordinate, was]): readonly HouseFault[] => {
    // Which directives are imported is not part of what was agreed.
    if (coordinate === 'schema') return [];
    const now = after.get(coordinate);
    if (!now) return [{ coordinate, message: 'was in an earlier version and is missing now. What was agreed stays.' }];
    if (now.is !== was.is)
      return [{ coordinate, message: `was ${was.is} and is now ${now.is}. Add another field instead.` }];
    if (now.carries !== was.carries)
      return [{ coordinate, message: `carries different directives than before. Its labels stay as agreed.` }];
    return [];
  });
  const added = [...after].flatMap(([coordinate, { is }]): readonly HouseFault[] => {
    if (before.has(coordinate) || coordinate === typeOf(coordinate) || !before.has(typeOf(coordinate))) return [];
    const kind = before.get(typeOf(coordinate))?.is;
    if (kind === 'an enum')
      return [{ coordinate, message: 'is a new value of an existing enum. Add another field instead.' }];
    if (is.endsWith('!') && (isField(coordinate, document) || before.has(coordinate.replace(/\(.*/, ''))))
      return [
        {
          coordinate,
          message: `is new and ${is}. An agency that does not know it could not comply. Make it nullable.`,
        },
      ];
    return [];
  });
  return [...changed, ...added];
}

/** True for a `Type.field` of an object or input type in the document. */
const isField = (coordinate: string, { definitions }: DocumentNode): boolean =>
  !coordinate.includes('(') &&
  definitions.some(
    (one): one is ObjectTypeDefinitionNode =>
      (one.kind === Kind.OBJECT_TYPE_DEFINITION || one.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) &&
      coordinate.startsWith(`${one.name.value}.`),
  );
