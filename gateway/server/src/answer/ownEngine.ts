import { type DocumentNode, type ExecutionResult, GraphQLError, specifiedRules, validate } from 'graphql';
import { compileOperation, type Execute } from '../execution/compileOperation.ts';
import type { Takes } from '../execution/plan/compilePlan.ts';
import { openPlanner, type Planner, type QueryPlan } from '../execution/planner.ts';
import type { Answer, Sent } from '../execution/Run.ts';
import type { ReadDocument } from '../limits/readDocument.ts';
import { documentRules } from './documentRules.ts';
import type { Engine, EngineParts, Said } from './Engine.ts';
import { type FormatError, formatError, isBusy } from './faultAnswer.ts';
import { namedOperation } from './namedOperation.ts';
import { orderErrors } from './orderErrors.ts';

/** Sends a fetch to a subgraph, on behalf of the request with this context. */
export type Source<Context> = (sent: Sent, context: Context) => Promise<Answer>;

/** Plans operations, at once or elsewhere. */
export type Planning = Omit<Planner, 'plan'> &
  Readonly<{
    plan(document: DocumentNode, operationName: string | undefined): QueryPlan | Promise<QueryPlan>;
    /** Releases the planner, where there is anything to release. */
    leave?(): void;
  }>;

/** The supergraph to run operations on, and how to reach its subgraphs. */
export type Joined<Context> = Takes &
  Readonly<{
    supergraphSdl: string;
    /** Returns how to reach the subgraph of this name. */
    sourceOf: (name: string) => Source<Context>;
    /** Left out: the engine plans in its own thread, and other requests wait meanwhile. */
    planning?: Planning;
  }>;

type Added = Readonly<Record<string, unknown>>;
/** One document: either refused for good, or ready to run any of its operations. */
type Prepared = Said | ((operationName: string | undefined) => Execute | Promise<Execute>);

/**
 * The hub's own engine. What depends on the document alone (validation, plan, compiled form) is made once and kept as long as the document
 * is; a request then only runs the operation and writes the answer.
 *
 * Answers as Apollo Server does, without what the hub has no use for: hooks for plugins, headers, a hash of the document, a cache of
 * documents. Throws where the supergraph cannot be read, and where `sourceOf` throws for a subgraph's name.
 */
export function ownEngine<Context>(
  { supergraphSdl, sourceOf, planning, ...takes }: Joined<Context>,
  parts: EngineParts<Context>,
): Engine<Context> {
  const planner: Planning = planning ?? openPlanner(supergraphSdl);
  const sources = new Map(planner.subgraphs.map((name) => [name, sourceOf(name)] as const));
  const rules = [...specifiedRules, ...documentRules(parts.development)];
  const format = formatError(parts);
  const known = new WeakMap<ReadDocument, Prepared>();

  const prepare = ({ document }: ReadDocument): Prepared => {
    if (document instanceof GraphQLError) return refused([document], 'GRAPHQL_PARSE_FAILED', format);
    const faults = validate(planner.api, document, rules);
    if (faults.length > 0) return refused(faults, 'GRAPHQL_VALIDATION_FAILED', format);
    return operationsOf(document, (name) => {
      const compile = (plan: QueryPlan): Execute =>
        compileOperation(document, name, { ...planner, plan: () => plan }, takes);
      const plan = planner.plan(document, name);
      return plan instanceof Promise ? plan.then(compile) : compile(plan);
    });
  };
  const preparedOf = (read: ReadDocument): Prepared => {
    const made = known.get(read);
    if (made) return made;
    const fresh = prepare(read);
    known.set(read, fresh);
    return fresh;
  };

  return {
    async answer({ operationName, variables }, read, context) {
      try {
        const prepared = preparedOf(read);
        if (typeof prepared !== 'function') return prepared;
        const ready = prepared(operationName);
        const execute = ready instanceof Promise ? await ready : ready;
        const result = await execute(variables, async (service, sent) => {
          const source = sources.get(service);
          if (!source) throw new Error(`Couldn't find service with name "${service}"`);
          return source(sent, context);
        });
        return said(result, parts.extensionsOf(context), format);
      } catch (error) {
        return failed(error, parts.extensionsOf(context), format);
      }
    },
    async prepare(operationName, read) {
      try {
        const prepared = preparedOf(read);
        if (typeof prepared === 'function') await prepared(operationName);
      } catch {
        // The caller who asks for it gets the error.
      }
    },
    stop: async () => planning?.leave?.(),
  };
}

/** Compiles each operation of a document when it is first asked for. The number kept is bounded: a document has only so many operations. */
function operationsOf(
  document: DocumentNode,
  compile: (name: string | undefined) => Execute | Promise<Execute>,
): (name: string | undefined) => Execute | Promise<Execute> {
  const compiled = new Map<string | undefined, Execute | Promise<Execute>>();
  return (name) => {
    const known = compiled.get(name);
    if (known) return known;
    namedOperation(document, name);
    const made = compile(name);
    compiled.set(name, made);
    if (made instanceof Promise)
      made.then(
        (execute) => compiled.set(name, execute),
        // Lets the next request plan it again.
        () => compiled.delete(name),
      );
    return made;
  };
}

function said(result: ExecutionResult, added: Added, format: FormatError): Said {
  const { data } = result;
  const errors = result.errors?.map((error) =>
    // Without data the variables were invalid, and no subgraph was asked.
    formatted(data === undefined ? withCode(error, error.extensions.code ?? 'BAD_USER_INPUT') : error, format),
  );
  const answer = written(errors && data === undefined ? 400 : 200, {
    ...(errors && { errors: orderErrors(errors) }),
    data,
    extensions: result.extensions || Object.keys(added).length > 0 ? { ...result.extensions, ...added } : undefined,
  });
  const busy = errors?.find(isBusy);
  return busy ? { ...answer, busy } : answer;
}

/** An answer to an invalid document, which is the caller's fault. */
function refused(faults: readonly GraphQLError[], code: string, format: FormatError): Said {
  return written(400, { errors: orderErrors(faults.map((fault) => formatted(withCode(fault, code), format))) });
}

/**
 * An answer where the operation could not be run: either it does not exist, which is the caller's fault, or the hub could not plan or run
 * it.
 */
function failed(error: unknown, added: Added, format: FormatError): Said {
  const fault =
    error instanceof GraphQLError ? error : new GraphQLError(messageOf(error), { originalError: errorOf(error) });
  return written(fault.extensions.code === 'OPERATION_RESOLUTION_FAILURE' ? 400 : 500, {
    errors: [formatted(fault, format)],
    ...(Object.keys(added).length > 0 && { extensions: added }),
  });
}

const written = (status: number, answer: Readonly<Record<string, unknown>>): Said => ({
  status,
  body: `${JSON.stringify(answer)}\n`,
});

const formatted = (error: GraphQLError, format: FormatError) =>
  format({ ...error.toJSON(), extensions: { ...error.extensions } }, error);

/** Returns the same error with another code, and keeps the original error for the log. */
const withCode = (
  { message, nodes, source, positions, path, originalError, extensions }: GraphQLError,
  code: unknown,
) =>
  new GraphQLError(message, {
    nodes: nodes ?? null,
    source,
    positions,
    path,
    originalError,
    extensions: { ...extensions, code },
  });

const errorOf = (error: unknown): Error | null => (error instanceof Error ? error : null);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
