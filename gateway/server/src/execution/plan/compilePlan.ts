import type { GraphQLSchema } from 'graphql';
import type { PlanNode } from '../planner.ts';
import type { Run } from '../Run.ts';
import type { Call } from './Call.ts';
import { callsOf } from './callsOf.ts';
import { compileEntityCall } from './compileEntityCall.ts';
import { compileRootCall } from './compileRootCall.ts';
import { isMergeable } from './mergedOperation.ts';
import { orderOf } from './orderOf.ts';
import { plannedFetches } from './plannedFetches.ts';
import { fetchError } from './subgraphError.ts';

/** Special ways of asking a subgraph, by its name. Left out: none is used. */
export type Takes = Readonly<{
  /** It takes several fetches of a plan in one request, each under an alias. */
  merges?: (service: string) => boolean;
  /**
   * It takes the objects below an entity as they stand in the answer, uncopied and with whatever else is known of them. Only for a subgraph
   * in this process that never changes the objects it is asked about.
   */
  takesWhole?: (service: string) => boolean;
}>;

/**
 * Compiles a plan into a closure that sends each request as soon as everything it waits for is in the answer (`orderOf`). A failed fetch
 * becomes an error in the answer, and the rest of the plan goes on. Throws for plans that the hub does not serve.
 */
export function compilePlan(
  plan: PlanNode,
  supergraph: GraphQLSchema,
  takes: Takes = {},
): (run: Run) => Promise<void> | undefined {
  const fetches = plannedFetches(plan);
  const { needs, follows } = orderOf(fetches);
  const grouped = callsOf(
    fetches,
    { needs, follows },
    (one) => (takes.merges?.(one.fetch.serviceName) ?? false) && isMergeable(one),
  );
  const calls = grouped.map((members): Call => {
    const [first] = members;
    if (first && !first.fetch.requires) return compileRootCall(first, supergraph);
    return compileEntityCall(
      members,
      supergraph,
      first !== undefined && (takes.takesWhole?.(first.fetch.serviceName) ?? false),
    );
  });
  const awaited = grouped.map((members) => new Set(members.flatMap(({ number }) => needs[number] ?? [])));
  /** For each fetch, by number: the calls that wait for it, and the fetches added after it. */
  const waiting = fetches.map(({ number }) => grouped.flatMap((_, call) => (awaited[call]?.has(number) ? [call] : [])));
  const following = fetches.map(({ number }) =>
    follows.flatMap((followed, other) => (followed.includes(number) ? [other] : [])),
  );
  const [callsWait, fetchesWait] = [awaited.map(({ size }) => size), follows.map(({ length }) => length)];

  if (fetches.length === 0) return () => undefined;
  return (run) =>
    new Promise((resolve, reject) => {
      const [beforeCall, beforeFetch] = [[...callsWait], [...fetchesWait]];
      const came: (Add | undefined)[] = [];
      let left = fetches.length;
      const start = (call: number): void => {
        try {
          calls[call]?.(run, arrived)?.catch(reject);
        } catch (error) {
          reject(error);
        }
      };
      const arrived = (number: number, add: Add): void => {
        if (beforeFetch[number] === 0) addNow(number, add);
        else came[number] = add;
      };
      const addNow = (number: number, add: Add): void => {
        try {
          add?.();
        } catch (error) {
          run.fail(number, fetchError(error));
        }
        left -= 1;
        for (const other of following[number] ?? []) {
          beforeFetch[other] = (beforeFetch[other] ?? 0) - 1;
          if (beforeFetch[other] === 0 && other in came) addNow(other, came[other]);
        }
        for (const call of waiting[number] ?? []) {
          beforeCall[call] = (beforeCall[call] ?? 0) - 1;
          if (beforeCall[call] === 0) start(call);
        }
        if (left === 0) resolve();
      };
      for (const [call, others] of callsWait.entries()) if (others === 0) start(call);
    });
}

type Add = Parameters<Parameters<Call>[1]>[1];
