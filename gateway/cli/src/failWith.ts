import { StartFault } from '@accord/server/postgres/StartFault';
import { InputFault } from './InputFault.ts';

/**
 * Ends the program: with one sentence if its user can fix the problem, and with the full error otherwise. The exit code is 2 if
 * the input was at fault, and 1 for everything else.
 */
export function failWith(error: unknown): void {
  console.error(error instanceof StartFault || error instanceof InputFault ? error.message : error);
  process.exitCode = error instanceof InputFault ? 2 : 1;
}
