import { errorCode } from '@accord/server/postgres/errorCode';
import { failWith } from './failWith.ts';
import { outFault } from './outFault.ts';

/**
 * Ends the program quietly where whoever reads what it prints has read enough (`| head`), and with one sentence where it cannot be
 * written. A program that runs until it is told to stop (`lasting`) goes on without readers.
 */
export function heedStdout(lasting: boolean): void {
  process.stdout.on('error', (error) => {
    const isEnough = errorCode(error) === 'EPIPE';
    if (isEnough && lasting) return;
    if (!isEnough) failWith(outFault(error, 'Standard output'));
    process.exit();
  });
}
