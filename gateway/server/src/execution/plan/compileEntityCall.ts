import { isObject, type Json, own } from '@accord/execution/Json';
import type { GraphQLSchema } from 'graphql';
import type { FetchNode } from '../planner.ts';
import { type Answer, objectIn, type Run, Sent } from '../Run.ts';
import { type Call, isWanted } from './Call.ts';
import { type Asked, type Brought, compileEntityFetch, type EntityFetch } from './compileEntityFetch.ts';
import { mergedOperation, type Operation, selectionIn } from './mergedOperation.ts';
import type { Planned } from './plannedFetches.ts';
import { Representations } from './Representations.ts';
import { fetchError, pathOf } from './subgraphError.ts';

/** A fetch of a call, and the index of its field in the call. */
type Member = Readonly<{ planned: Planned; field: number; fetch: EntityFetch }>;
/** A member that has something to ask. */
type Asking = Member & Readonly<{ asked: Asked }>;

/**
 * Compiles one request for one fetch of entities, or for several to the same subgraph, each in its own field. Fetches with the same
 * selection share a field, so that each representation is sent once. `whole`: see `Takes`.
 *
 * Where a merged request returns no data, or no list for a shared field, each fetch is sent again alone. An error that nulls the whole
 * answer (`_entities` may not be null) then costs no fetch what it would have got by itself.
 */
export function compileEntityCall(together: readonly Planned[], supergraph: GraphQLSchema, whole: boolean): Call {
  const fields = fieldsOf(together);
  const members = together.map(
    (planned): Member => ({
      ...{ planned, fetch: compileEntityFetch(planned, supergraph, whole) },
      field: fields.findIndex(({ key }) => key === fieldKey(planned)),
    }),
  );
  const operationFor = mergedOperation(fields.map(({ fetch }) => fetch));
  const service = together[0]?.fetch.serviceName ?? '';
  const alone =
    together.length > 1
      ? new Map(together.map((one) => [one, compileEntityCall([one], supergraph, whole)]))
      : undefined;

  const send = async (
    run: Run,
    asking: readonly Asking[],
    representations: readonly Representations[],
    arrived: Parameters<Call>[1],
  ): Promise<void> => {
    const operation = operationFor(fields.flatMap((_, place) => (representations[place]?.count ? [place] : [])));
    let answer: Answer;
    try {
      answer = await run.send(service, sentFor(operation, run, representations));
    } catch (error) {
      for (const { planned } of asking) arrived(planned.number, () => run.fail(planned.number, fetchError(error)));
      return;
    }
    if (asking.length > 1 && lacksSome(answer, operation, asking)) {
      await Promise.all(asking.map(({ planned }) => alone?.get(planned)?.(run, arrived)));
      return;
    }
    for (const one of asking) {
      const brought = broughtOf(answer, operation, one, asking, representations);
      arrived(one.planned.number, () => one.fetch.add(run, one.asked, brought));
    }
  };
  return (run, arrived) => {
    const representations = fields.map(() => new Representations());
    const asking: Asking[] = [];
    const idle: number[] = [];
    for (const member of members) {
      const { planned, field } = member;
      const into = representations[field];
      const asked = into && isWanted(planned, run) ? member.fetch.ask(run, into) : undefined;
      if (asked) asking.push({ ...member, asked });
      else idle.push(planned.number);
    }
    const waiting = asking.length > 0 ? send(run, asking, representations, arrived) : undefined;
    for (const number of idle) arrived(number);
    return waiting;
  };
}

function sentFor(
  { query, queryText, variables, fields }: Operation,
  { given }: Run,
  representations: readonly Representations[],
): Sent {
  const others = variables(given);
  const [field, ...more] = fields;
  const asked = field && more.length === 0 ? representations[field.place] : undefined;
  return new Sent(
    query,
    queryText,
    () => {
      let text = others;
      for (const { place, variable } of fields)
        text += `${text && ','}"${variable}":${representations[place]?.text ?? '[]'}`;
      return `{${text}}`;
    },
    field && asked && (() => valuesOf(asked, field.variable, others)),
  );
}

/** The variables of a request about these representations only. `others` is the inside of a JSON object. */
function valuesOf({ values }: Representations, variable: string, others: string): Readonly<Json> | undefined {
  return values && { ...objectIn(`{${others}}`), [variable]: values };
}

/** Fetches share a field where their selections are the same. Rewrites belong to one fetch, so a fetch with rewrites shares none. */
const fieldKey = ({ fetch, number }: Planned): string =>
  fetch.outputRewrites?.length ? `${number}` : selectionIn(fetch);

function fieldsOf(together: readonly Planned[]): readonly Readonly<{ key: string; fetch: FetchNode }>[] {
  const byKey = new Map<string, FetchNode>();
  for (const one of together) if (!byKey.has(fieldKey(one))) byKey.set(fieldKey(one), one.fetch);
  return [...byKey].map(([key, fetch]) => ({ key, fetch }));
}

const isSharedIn = (asking: readonly Asking[], { field }: Member): boolean => {
  let sharing = 0;
  for (const one of asking) if (one.field === field) sharing += 1;
  return sharing > 1;
};

const keyOf = ({ fields }: Operation, { field }: Member): string =>
  fields.find(({ place }) => place === field)?.key ?? '';

/** True where a fetch may lack something because of another in the same request. */
const lacksSome = ({ data }: Answer, operation: Operation, asking: readonly Asking[]): boolean =>
  !isObject(data) || asking.some((one) => isSharedIn(asking, one) && !Array.isArray(own(data, keyOf(operation, one))));

/** Picks the part of an answer that belongs to one of its fetches. */
function broughtOf(
  { data, errors }: Answer,
  operation: Operation,
  one: Asking,
  asking: readonly Asking[],
  representations: readonly Representations[],
): Brought {
  const key = keyOf(operation, one);
  return {
    entities: isObject(data) ? { list: own(data, key) } : undefined,
    count: representations[one.field]?.count ?? 0,
    isShared: isSharedIn(asking, one),
    errors: Array.isArray(errors) ? errorsFor(errors, key, operation, one === asking[0]) : none,
  };
}

const none: Brought['errors'] = [];

/** Errors under a field. An error whose path is in no field, or that has no path, is reported by the first fetch. */
function errorsFor(
  errors: readonly unknown[],
  key: string,
  { fields }: Operation,
  isFirst: boolean,
): Brought['errors'] {
  const keys: ReadonlySet<unknown> = new Set(fields.map((field) => field.key));
  return errors.flatMap((error) => {
    const path = pathOf(error);
    const isMine = keys.has(path?.[0]) ? path?.[0] === key : isFirst;
    return isMine ? [{ error, path: path?.slice(1) }] : [];
  });
}
