import type { Asked } from '../answer/Incoming.ts';
import { CallerFault } from '../CallerFault.ts';
import { parseSent } from '../parseSent.ts';
import { type NamedDocument, operationNamed } from './operations.ts';

/**
 * Returns the request in a body: its own text, or that of one of these operations by its `documentId`. `named` is the name of the
 * operation that was found, and so one of ours.
 *
 * Throws as `parseSent`, `ARGUMENT_REFUSED` if it is not a GraphQL request (GraphQL over HTTP, 5.1), and `BATCH_REFUSED` if it is
 * several.
 */
export function readAsked(
  body: unknown,
  operations: readonly NamedDocument[],
): Readonly<{ asked: Asked; named: string | undefined }> {
  const { query: text, documentId: id, operationName, variables } = parseBody(body);
  const documentId = id ?? undefined;
  const named = documentId === undefined ? undefined : operationNamed(operations, documentId);
  if (documentId !== undefined && named === undefined)
    throw refused('There is no operation with the documentId you sent.');
  const query = named ?? text;
  if (typeof query !== 'string' || query === '') throw refused('"query" is not the text of an operation.');
  if (typeof (operationName ?? '') !== 'string') throw refused('"operationName" is not a string.');
  if (!isObject(variables ?? {})) throw refused('"variables" is not an object.');
  return {
    asked: {
      query,
      operationName: typeof operationName === 'string' && operationName !== '' ? operationName : undefined,
      variables: isObject(variables) ? variables : {},
    },
    named: named !== undefined && typeof documentId === 'string' ? documentId : undefined,
  };
}

function parseBody(body: unknown): Readonly<Record<string, unknown>> {
  const parsed = parseSent(String(body));
  if (Array.isArray(parsed)) throw new CallerFault('BATCH_REFUSED');
  if (isObject(parsed)) return parsed;
  throw refused('The body is not a JSON object with "query" or "documentId".');
}

const refused = (found: string): CallerFault => new CallerFault('ARGUMENT_REFUSED', found);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
