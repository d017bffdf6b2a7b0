import { mostInBundle, operationsIn } from '@accord/contract/bundle';
import { parseJson } from '../serve/parseJson.ts';
import { type Refusal, refuse } from './permitGate.ts';
import { type Operation, operationIn } from './readOperation.ts';

/** The content of one message: an operation, or a bundle of them. Some of a bundle may be refused while the others are answered. */
export type Message =
  | Readonly<{ kind: 'SINGLE'; operation: Operation }>
  | Readonly<{ kind: 'BUNDLE'; operations: readonly (Operation | Refusal)[] }>;

/** Reads a request's body: one operation, or a bundle of them (`@accord/contract/bundle`). */
export function readMessage(body: Uint8Array): Message | Refusal {
  const sent = parseJson(body);
  const operations = operationsIn(sent);
  if (!operations) {
    const operation = operationIn(sent);
    return operation.kind === 'REFUSED' ? operation : { kind: 'SINGLE', operation };
  }
  if (operations.length === 0 || operations.length > mostInBundle)
    return refuse('OPERATION_REFUSED', 'a bundle holds no operation, or too many');
  return { kind: 'BUNDLE', operations: operations.map(operationIn) };
}
