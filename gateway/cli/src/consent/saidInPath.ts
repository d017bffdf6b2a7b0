import { BadInput } from '@accord/consent/BadInput';
import { InputFault } from '../InputFault.ts';

/** What `read` gives; bad input it meets becomes one sentence that begins with where it came from. */
export function saidInPath<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadInput) throw new InputFault(`${name}: ${error.message}`);
    throw error;
  }
}
