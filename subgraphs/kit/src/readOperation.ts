import { type DocumentNode, Kind, parse, visit } from 'graphql';
import { parseJson } from './parseJson.ts';
import { type Refusal, refuse } from './permitGate.ts';

/** The one kind of operation an agency answers. */
export type Operation = Readonly<{ kind: 'OPERATION'; query: string; variables: Readonly<Record<string, unknown>> }>;

const mostTokens = 20_000;

/**
 * Reads a request's body. It must be one query whose one root field is `_entities`; nothing is enumerated, described or
 * changed here, even for one who has a permit.
 */
export function readOperation(body: Uint8Array): Operation | Refusal {
  const sent = parseJson(body);
  if (!isObject(sent) || typeof sent.query !== 'string') return refuse('OPERATION_REFUSED', 'the body holds no query');
  const variables = sent.variables ?? {};
  if (!isObject(variables)) return refuse('OPERATION_REFUSED', 'the variables are no object');
  try {
    const amiss = faultOf(parse(sent.query, { noLocation: true, maxTokens: mostTokens }));
    return amiss ? refuse('OPERATION_REFUSED', amiss) : { kind: 'OPERATION', query: sent.query, variables };
  } catch {
    return refuse('OPERATION_REFUSED', 'the query does not parse');
  }
}

function faultOf(document: DocumentNode): string | undefined {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length > 1) return 'there is not exactly one operation';
  if (operation.operation !== 'query') return `it is a ${operation.operation}`;
  const [root, ...others] = operation.selectionSet.selections;
  if (others.length > 0 || root?.kind !== Kind.FIELD || root.name.value !== '_entities')
    return 'the root asks for something else than _entities once';
  let introspects = false;
  visit(document, {
    Field({ name }) {
      if (name.value.startsWith('__') && name.value !== '__typename') introspects = true;
    },
  });
  return introspects ? 'it asks for the schema' : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
