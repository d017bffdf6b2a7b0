import { type DocumentNode, type FieldNode, type GraphQLField, Kind, type ValueNode } from 'graphql';

/** How many items a field's page may have; `undefined` if the field has no argument `first`. */
export type PageSizes = (field: FieldNode, known: GraphQLField<unknown, unknown>) => number | undefined;

/**
 * Returns page sizes as they will be requested: as written, from a variable, its default, or the schema's default.
 *
 * If two operations of a document give one variable different defaults, the largest counts.
 */
export function pageSizesOf(document: DocumentNode, variables: Readonly<Record<string, unknown>>): PageSizes {
  const defaults = defaultsOf(document);
  const sizeIn = (value: ValueNode | undefined): number | undefined => {
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind !== Kind.VARIABLE) return undefined;
    const name = value.name.value;
    const given = Object.hasOwn(variables, name) ? variables[name] : defaults.get(name);
    return typeof given === 'number' ? given : undefined;
  };
  return ({ arguments: given = [] }, { args }) => {
    const first = args.find(({ name }) => name === 'first');
    if (!first) return undefined;
    const asked = sizeIn(given.find(({ name }) => name.value === 'first')?.value);
    const usual = typeof first.defaultValue === 'number' ? first.defaultValue : 0;
    return Math.max(asked ?? usual, 1);
  };
}

function defaultsOf({ definitions }: DocumentNode): ReadonlyMap<string, number> {
  const defaults = new Map<string, number>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable, defaultValue } of definition.variableDefinitions ?? []) {
      const name = variable.name.value;
      if (defaultValue?.kind === Kind.INT)
        defaults.set(name, Math.max(Number(defaultValue.value), defaults.get(name) ?? 0));
    }
  }
  return defaults;
}
