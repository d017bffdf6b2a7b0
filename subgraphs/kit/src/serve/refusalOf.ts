import type { Refusal } from '../guard/permitGate.ts';
import type { Answer } from './answerOperations.ts';

/** The message for each refusal. The exact reason is in the agency's own log only. */
const refusals: Readonly<Record<Refusal['code'], Readonly<{ status: number; message: string }>>> = {
  PERMIT_MISSING: { status: 401, message: 'This agency answers the hub only; a permit is needed.' },
  PERMIT_REFUSED: { status: 403, message: 'The permit was refused.' },
  KEY_UNKNOWN: { status: 421, message: 'The permit is under a key that this program does not have; sign it.' },
  OPERATION_REFUSED: { status: 403, message: 'This agency answers _entities and nothing else.' },
};

/** The answer to a request that is turned away. */
export function refusalOf({ code }: Refusal): Answer {
  const { status, message } = refusals[code];
  return { status, body: JSON.stringify({ errors: [{ message, extensions: { code } }] }) };
}
