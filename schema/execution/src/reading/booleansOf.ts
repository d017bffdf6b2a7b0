import { type DocumentNode, GraphQLError, Kind, visit } from 'graphql';
import type { Json } from '../Json.ts';

/**
 * Returns the names of the variables that `@skip` and `@include` depend on, in the order in which the document first mentions
 * them.
 */
export function choosingVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/**
 * Returns their values, or an error if one is null, which a variable with a default may be (GraphQL specification, 6.4.1
 * CoerceArgumentValues, of `if: Boolean!`).
 */
export function booleansOf(
  names: readonly string[],
  coerced: Readonly<Json>,
): ReadonlyMap<string, boolean> | GraphQLError {
  const booleans = new Map<string, boolean>();
  for (const name of names) {
    if (!Object.hasOwn(coerced, name)) continue; // belongs to another operation in the document
    const value = coerced[name];
    if (typeof value !== 'boolean')
      return new GraphQLError(`Variable "$${name}" is null, and @skip and @include take true or false.`, {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    booleans.set(name, value);
  }
  return booleans;
}
