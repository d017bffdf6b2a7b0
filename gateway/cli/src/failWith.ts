import { StartFault } from '@accord/server/postgres/StartFault';

/** Ends the program with one sentence for what its runner can mend, and with the whole story for anything else. */
export function failWith(error: unknown): void {
  console.error(error instanceof StartFault ? error.message : error);
  process.exitCode = 1;
}
