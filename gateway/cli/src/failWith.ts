import { StartFault } from '@accord/server/postgres/StartFault';
import { InputFault } from './InputFault.ts';

/**
 * Ends the program with one sentence for what its runner can mend, and with the whole story for anything else. The exit code
 * is 2 where what the runner gave it is at fault, and 1 for the rest.
 */
export function failWith(error: unknown): void {
  console.error(error instanceof StartFault || error instanceof InputFault ? error.message : error);
  process.exitCode = error instanceof InputFault ? 2 : 1;
}
