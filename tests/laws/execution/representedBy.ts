import { type DirectiveNode, type DocumentNode, Kind, parse, type SelectionNode } from 'graphql';

type Json = Readonly<Record<string, unknown>>;
/** By type, the keys with which a subgraph may be asked about it. */
export type Keys = ReadonlyMap<string, readonly (readonly SelectionNode[])[]>;

const given = ({ arguments: all = [] }: DirectiveNode, name: string) =>
  all.find((one) => one.name.value === name)?.value;

/** A subgraph's keys, except those it declares but does not resolve. */
export function keysIn({ definitions }: DocumentNode): Keys {
  const types = definitions.flatMap((one) =>
    one.kind === Kind.OBJECT_TYPE_DEFINITION || one.kind === Kind.INTERFACE_TYPE_DEFINITION ? [one] : [],
  );
  return new Map(
    types.map(({ name, directives = [] }) => [
      name.value,
      directives.flatMap((one) => {
        const [fields, resolvable] = [given(one, 'fields'), given(one, 'resolvable')];
        const isShut = resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
        if (one.name.value !== 'key' || fields?.kind !== Kind.STRING || isShut) return [];
        const [set] = parse(`{ ${fields.value} }`).definitions;
        return set?.kind === Kind.OPERATION_DEFINITION ? [set.selectionSet.selections] : [];
      }),
    ]),
  );
}

/** True if the whole key is there, however deeply nested: a subgraph must not be asked with part of a key. */
export function isWhole(told: unknown, key: readonly SelectionNode[]): boolean {
  if (typeof told !== 'object' || told === null || Array.isArray(told)) return true;
  return key.every(
    (one) =>
      one.kind === Kind.FIELD &&
      Object.hasOwn(told, one.name.value) &&
      isWhole(Reflect.get(told, one.name.value), one.selectionSet?.selections ?? []),
  );
}

/** The id of the represented entity, by whichever key; undefined if it has none, such as an `org` that is null. */
export function idOf({ id, code, number, org }: Json): string | undefined {
  if (typeof id === 'string') return id;
  for (const one of [code, number]) if (typeof one === 'string') return one.slice(2);
  const below: unknown = typeof org === 'object' && org !== null ? Reflect.get(org, 'id') : undefined;
  // An `org` is named after the entity it belongs to.
  return typeof below === 'string' ? below.split('.')[0] : undefined;
}

/** The part of a representation that is not a key: what a computed field requires. */
export function neededOf({ __typename: _, id, code, number, kind, org, ...needs }: Json): Json {
  return needs;
}
