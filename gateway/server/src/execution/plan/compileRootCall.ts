import { isObject } from '@accord/execution/Json';
import type { GraphQLSchema } from 'graphql';
import { mergeInto } from '../mergeInto.ts';
import { type Answer, Sent } from '../Run.ts';
import { type Call, isWanted } from './Call.ts';
import { compileRewrites } from './compileRewrites.ts';
import { entitiesAt, placesAt } from './entitiesAt.ts';
import type { Planned } from './plannedFetches.ts';
import { fetchError, pathOf, subgraphError } from './subgraphError.ts';
import { textOfVariables, valuesOfVariables } from './textOfVariables.ts';

/**
 * Compiles a fetch of a root type's fields, either at the top of the answer or wherever a field leads back to the root type. The latter is
 * asked once for all such places.
 *
 * Deviates from @apollo/gateway in the paths of errors at those places: the gateway writes `@` for an item of a list, where the GraphQL
 * specification (7.1.2) requires its index. Here each item has the error.
 */
export function compileRootCall(planned: Planned, supergraph: GraphQLSchema): Call {
  const { fetch, number, path } = planned;
  const { serviceName, operation: query } = fetch;
  const entities = entitiesAt(path);
  const places = placesAt(path);
  const variables = textOfVariables(fetch.variableUsages);
  const given = valuesOfVariables(fetch.variableUsages);
  const rewrite = compileRewrites(fetch.outputRewrites, supergraph);
  const queryText = JSON.stringify(query);

  return (run, arrived) => {
    const targets = isWanted(planned, run) ? entities(run.data) : [];
    if (targets.length === 0) {
      arrived(number);
      return undefined;
    }
    const add = ({ data, errors }: Answer): void => {
      if (Array.isArray(errors))
        for (const error of errors) {
          const below = pathOf(error);
          const all = below ? [...places(run.data).values()].flat().map((place) => [...place, ...below]) : [undefined];
          for (const one of all) run.fail(number, subgraphError(error, serviceName, one));
        }
      if (!isObject(data)) return;
      rewrite(data);
      for (const target of targets) mergeInto(target, data, supergraph);
    };
    const sent = new Sent(
      query,
      queryText,
      () => `{${variables(run.given)}}`,
      () => given(run.given),
    );
    run.send(serviceName, sent).then(
      (answer) => arrived(number, () => add(answer)),
      (error: unknown) => arrived(number, () => run.fail(number, fetchError(error))),
    );
  };
}
