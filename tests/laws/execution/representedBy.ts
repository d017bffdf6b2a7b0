import { type DirectiveNode, type DocumentNode, Kind, parse, type SelectionNode } from 'graphql';

type Json = Readonly<Record<string, unknown>>;
/** By type: the keys by which a subgraph may be asked about it. */
export type Keys = ReadonlyMap<string, readonly (readonly SelectionNode[])[]>;

const given = ({ arguments: all = [] }: DirectiveNode, name: string) =>
  all.find((one) => one.name.value === name)?.value;

/** The keys of a subgraph, without those that it declares and does not resolve. */
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

/** Whether all of the key is there, as far down as there are objects: a subgraph is not to be asked by half of it. */
export function isWhole(told: unknown, key: readonly SelectionNode[]): boolean {
  if (typeof told !== 'object' || told === null || Array.isArray(told)) return true;
  return key.every(
    (one) =>
      one.kind === Kind.FIELD &&
      Object.hasOwn(told, one.name.value) &&
      isWhole(Reflect.get(told, one.name.value), one.selectionSet?.selections ?? []),
  );
}

/** The id of what is represented, by whichever key; undefined where it is not to be told, as of an `org` that is null. */
export function idOf({ id, code, number, org }: Json): string | undefined {
  if (typeof id === 'string') return id;
  for (const one of [code, number]) if (typeof one === 'string') return one.slice(2);
  const below: unknown = typeof org === 'object' && org !== null ? Reflect.get(org, 'id') : undefined;
  // An `org` is named after the one whose it is.
  return typeof below === 'string' ? below.split('.')[0] : undefined;
}

/** What is told of an entity that is no key of it: what a computed field requires. */
export function neededOf({ __typename: _, id, code, number, kind, org, ...needs }: Json): Json {
  return needs;
}
