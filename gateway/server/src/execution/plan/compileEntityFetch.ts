import { isObject, type Json } from '@accord/execution/Json';
import type { GraphQLSchema } from 'graphql';
import { mergeCopyInto, mergeInto } from '../mergeInto.ts';
import type { Run } from '../Run.ts';
import { compileRepresentation } from './compileRepresentation.ts';
import { compileRewrites, hasRewrites } from './compileRewrites.ts';
import { entitiesAt, type Place, placeBefore, placesAt } from './entitiesAt.ts';
import type { Planned } from './plannedFetches.ts';
import type { Representations } from './Representations.ts';
import { subgraphError } from './subgraphError.ts';

/** The objects a fetch is about, and for each the index of its representation among those sent; -1 where it has none. */
export type Asked = Readonly<{ objects: readonly Json[]; places: readonly number[] }>;

/** What a field that asks for entities returned. */
export type Brought = Readonly<{
  /** Undefined where there was no data at all. */
  entities: Readonly<{ list: unknown }> | undefined;
  /** How many entities were asked for. */
  count: number;
  /** Errors, with their paths below the field where they have one. */
  errors: readonly Readonly<{ error: unknown; path: Place | undefined }>[];
  /** True: other fetches are given the same entities. */
  isShared: boolean;
}>;

/** One fetch of entities: what it asks, and what it does with the result. */
export type EntityFetch = Readonly<{
  ask(run: Run, representations: Representations): Asked | undefined;
  add(run: Run, asked: Asked, brought: Brought): void;
}>;

/**
 * Compiles a fetch of entities' fields (federation 2 subgraph specification, `Query._entities`). Each object at the path is represented by
 * what the fetch requires of it, and equal representations are sent once. Objects that lack something required are left as they are.
 * `whole`: see `Takes`.
 */
export function compileEntityFetch(
  { fetch, number, path }: Planned,
  supergraph: GraphQLSchema,
  whole: boolean,
): EntityFetch {
  const entities = entitiesAt(path);
  const represent = compileRepresentation(fetch, supergraph, whole);
  const rewrite = compileRewrites(fetch.outputRewrites, supergraph);
  const rewrites = hasRewrites(fetch.outputRewrites);
  const tellErrors = tellErrorsOf(fetch.serviceName, number, path);
  return {
    ask(run, representations) {
      const objects = entities(run.data);
      const places: number[] = [];
      let any = false;
      for (const object of objects) {
        const place = represent(object, representations);
        places.push(place ?? -1);
        any ||= place !== undefined;
      }
      return any ? { objects, places } : undefined;
    },
    add(run, asked, brought) {
      if (brought.errors.length > 0) tellErrors(run, asked, brought);
      if (!brought.entities) return;
      const { list } = brought.entities;
      if (!Array.isArray(list)) throw new Error('Expected "data._entities" in response to be an array');
      if (list.length !== brought.count)
        throw new Error(`Expected "data._entities" to contain ${brought.count} elements`);
      const { objects, places } = asked;
      const merge = brought.isShared ? mergeCopyInto : mergeInto;
      for (let one = 0; one < objects.length; one += 1) {
        const [object, entity]: [Json | undefined, unknown] = [objects[one], list[places[one] ?? -1]];
        if (!object || !isObject(entity)) continue;
        if (rewrites) {
          // Rewrites depend on the type, which the subgraph need not have been asked for. Rewriting an entity twice changes nothing more.
          if (!entity.__typename) entity.__typename = object.__typename;
          rewrite(entity);
        }
        merge(object, entity, supergraph);
      }
    },
  };
}

/**
 * Puts errors in their places. Below the field, a subgraph's `path` starts with the index of a representation; every object that this
 * representation stands for gets the error (GraphQL specification, 7.1.2: a path is within the answer, with lists by index).
 *
 * Deviates from @apollo/gateway in two ways. The gateway also counts objects that were not sent, and so may name another object's place.
 * And for an error that belongs to no single representation it writes `@` for lists, where this path ends before the first list.
 */
function tellErrorsOf(service: string, number: number, path: readonly string[]) {
  const placesOf = placesAt(path);
  const before = placeBefore(path);
  return (run: Run, { objects, places }: Asked, { errors, count }: Brought): void => {
    const standing = placesOf(run.data);
    for (const { error, path: below } of errors) {
      const [which, ...further] = below ?? [];
      const concerned = new Set(objects.filter((_, one) => places[one] === which));
      const at: (Place | undefined)[] = [...concerned].flatMap((object) =>
        (standing.get(object) ?? []).map((place) => [...place, ...further]),
      );
      // The error is about a representation that another fetch asked for in the same field.
      if (concerned.size === 0 && typeof which === 'number' && which >= 0 && which < count) continue;
      if (at.length === 0) at.push(below && before.length > 0 ? before : undefined);
      for (const one of at) run.fail(number, subgraphError(error, service, one));
    }
  };
}
