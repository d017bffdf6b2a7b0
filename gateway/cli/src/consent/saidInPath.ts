import { BadInput } from '@accord/consent/BadInput';
import { InputFault } from '../InputFault.ts';

/** The result of `read`; if it meets bad input, throws one sentence that begins with where the input came from. */
export function saidInPath<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadInput) throw new InputFault(`${name}: ${error.message}`);
    throw error;
  }
}
