import { errorCode } from '@accord/server/postgres/errorCode';
import { failWith } from './failWith.ts';
import { outFault } from './outFault.ts';

/**
 * Ends the program quietly when the reader of its output has read enough (`| head`), and with one sentence if the output cannot
 * be written. A program that runs until it is stopped (`lasting`) continues without a reader.
 */
export function heedStdout(lasting: boolean): void {
  process.stdout.on('error', (error) => {
    const isEnough = errorCode(error) === 'EPIPE';
    if (isEnough && lasting) return;
    if (!isEnough) failWith(outFault(error, 'Standard output'));
    process.exit();
  });
}
