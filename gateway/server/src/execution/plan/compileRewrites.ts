import { isObject, type Json, own, put } from '@accord/execution/Json';
import { typeNamesUnder } from '@accord/execution/reading/typeNamesUnder';
import type { GraphQLSchema } from 'graphql';
import type { FetchDataRewrite } from '../planner.ts';

type Rewrite = (value: unknown) => void;

/**
 * Compiles the planner's rewrites: of a representation before it is sent (an `@interfaceObject` is asked by its interface's name), or of an
 * answer before it is merged (fields with the same response key and different types were fetched under aliases).
 */
export function compileRewrites(rewrites: readonly FetchDataRewrite[] | undefined, schema: GraphQLSchema): Rewrite {
  const compiled = (rewrites ?? []).map((rewrite) => compileRewrite(rewrite, schema));
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

/** True where there is anything to rewrite. */
export const hasRewrites = (rewrites: readonly FetchDataRewrite[] | undefined): boolean => (rewrites?.length ?? 0) > 0;

function compileRewrite(rewrite: FetchDataRewrite, schema: GraphQLSchema): Rewrite {
  const key = rewrite.path.at(-1);
  if (key === undefined) return () => {};
  return rewrite.path.slice(0, -1).reduceRight((next, part) => downwards(part, next, schema), lastStep(rewrite, key));
}

/** Deviates from @apollo/gateway, which leaves a value of false, 0, "" or null under the alias and so loses it. */
function lastStep(rewrite: FetchDataRewrite, key: string): Rewrite {
  return everywhere((object) => {
    if (rewrite.kind === 'ValueSetter') return put(object, key, rewrite.setValueTo);
    const value = own(object, key);
    if (value === undefined) return;
    put(object, rewrite.renameKeyTo, value);
    object[key] = undefined;
  });
}

const typeCondition = '... on ';

function downwards(part: string, next: Rewrite, schema: GraphQLSchema): Rewrite {
  if (!part.startsWith(typeCondition)) return everywhere((object) => next(own(object, part)));
  const types: ReadonlySet<unknown> = typeNamesUnder(schema, part.slice(typeCondition.length));
  return everywhere((object) => {
    const type = own(object, '__typename');
    // An object that does not report its type has the type it was asked for as.
    if (!type || types.has(type)) next(object);
  });
}

function everywhere(rewrite: (object: Json) => void): Rewrite {
  return function each(value) {
    if (Array.isArray(value)) value.forEach(each);
    else if (isObject(value)) rewrite(value);
  };
}
