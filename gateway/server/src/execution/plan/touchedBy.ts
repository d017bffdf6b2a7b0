import { Kind, parse, type SelectionSetNode } from 'graphql';
import type { FetchDataRewrite, QueryPlanSelectionNode } from '../planner.ts';
import { partsOf } from './entitiesAt.ts';
import { entityField } from './entityField.ts';
import type { Planned } from './plannedFetches.ts';

type Keys = readonly string[];

/** What a fetch reads and adds in an answer, by response keys from the root. Items of a list are not told apart, nor are types. */
export type Touched = Readonly<{
  /** Where it adds. */
  at: Keys;
  /** The keys it adds there. */
  adds: ReadonlySet<string>;
  /** What must be there before it is sent: the objects on its path, and everything it sends about them. */
  reads: readonly Keys[];
}>;

/** Returns whatever a fetch may touch for any variables and types: it may name too much, never too little. */
export function touchedBy({ fetch, path }: Planned): Touched {
  const at: string[] = [];
  const reads: Keys[] = [];
  for (const { key, types } of partsOf(path)) {
    if (key) at.push(key);
    if (types) reads.push([...at, '__typename']);
  }
  const required = (selections: readonly QueryPlanSelectionNode[], above: Keys): void => {
    for (const selection of selections) {
      if (selection.kind === 'InlineFragment') required(selection.selections, above);
      else {
        const keys = [...above, selection.alias ?? selection.name];
        reads.push(keys);
        if (selection.selections) required(selection.selections, keys);
      }
    }
  };
  required(fetch.requires ?? [], at);
  if (at.length > 0) reads.push(at);
  return { at, adds: addedBy(fetch), reads };
}

/** True where the second could read something different because of the first. */
export const changesWhatIsRead = (first: Touched, second: Touched): boolean =>
  second.reads.some((keys) => startsWith(keys, first.at) && first.adds.has(keys[first.at.length] ?? ''));

/** True where both may add the same key to the same object. */
export const addSameKey = (first: Touched, second: Touched): boolean =>
  first.at.length === second.at.length &&
  startsWith(first.at, second.at) &&
  [...first.adds].some((key) => second.adds.has(key));

const startsWith = (keys: Keys, beginning: Keys): boolean =>
  beginning.length <= keys.length && beginning.every((key, place) => keys[place] === key);

function addedBy({ operation, requires, outputRewrites }: Planned['fetch']): ReadonlySet<string> {
  const document = parse(operation);
  const keys = new Set<string>();
  const add = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) keys.add(selection.alias?.value ?? selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) add(selection.selectionSet);
      else throw new Error('A plan has named fragments, although none were requested.');
    }
  };
  for (const one of document.definitions)
    if (one.kind === Kind.OPERATION_DEFINITION) add(requires ? entityField(one)?.selectionSet : one.selectionSet);
  for (const rewrite of outputRewrites ?? []) for (const key of rewrittenKeys(rewrite)) keys.add(key);
  return keys;
}

function rewrittenKeys(rewrite: FetchDataRewrite): Keys {
  const [first, ...below] = rewrite.path.filter((part) => !part.startsWith('... on '));
  if (first === undefined || below.length > 0) return [];
  return rewrite.kind === 'KeyRenamer' ? [rewrite.renameKeyTo] : [first];
}
