import { type DocumentNode, Kind, parse, visit } from 'graphql';
import { type Refusal, refuse } from './permitGate.ts';

/** The one kind of operation an agency answers. The document is the same object for the same text, so that what is found out of it can be kept with it. */
export type Operation = Readonly<{
  kind: 'OPERATION';
  document: DocumentNode;
  variables: Readonly<Record<string, unknown>>;
}>;

const mostTokens = 20_000;
/** The hub's plans are few; a text beyond these is read each time. */
const [mostKept, longestKept] = [500, 20_000];

/** Documents by their text, least recently asked first. They say nothing of anybody: whom a question is about is in its variables. */
const kept = new Map<string, DocumentNode>();

/**
 * Reads one operation as it was sent. It must be one query whose one root field is `_entities`; nothing is enumerated, described or
 * changed here, even for one who has a permit.
 */
export function operationIn(sent: unknown): Operation | Refusal {
  if (!isObject(sent) || typeof sent.query !== 'string') return refuse('OPERATION_REFUSED', 'the body holds no query');
  const variables = sent.variables ?? {};
  if (!isObject(variables)) return refuse('OPERATION_REFUSED', 'the variables are not an object');
  const read = readDocument(sent.query);
  return typeof read === 'string'
    ? refuse('OPERATION_REFUSED', read)
    : { kind: 'OPERATION', document: read, variables };
}

/** The document a text holds, or what is amiss with it. */
function readDocument(query: string): DocumentNode | string {
  const known = kept.get(query);
  if (known) {
    kept.delete(query);
    kept.set(query, known);
    return known;
  }
  let document: DocumentNode;
  try {
    document = parse(query, { noLocation: true, maxTokens: mostTokens });
  } catch {
    return 'the query does not parse';
  }
  const amiss = faultOf(document);
  if (amiss !== undefined) return amiss;
  if (query.length > longestKept) return document;
  kept.set(query, document);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return document;
}

function faultOf(document: DocumentNode): string | undefined {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length > 1) return 'there is not exactly one operation';
  if (operation.operation !== 'query') return `it is a ${operation.operation}`;
  const [root, ...others] = operation.selectionSet.selections;
  if (others.length > 0 || root?.kind !== Kind.FIELD || root.name.value !== '_entities')
    return 'the root asks for something other than a single _entities';
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
