import { BadInput } from './BadInput.ts';
import type { Rule } from './Facts.ts';
import { fieldsOf, type Input, listOf, oneOf, optional, spanOf, textOf } from './Input.ts';

const FIELDS = [
  'effect',
  'agencies',
  'users',
  'purposes',
  'categories',
  'sources',
  'dataPeriod',
  'period',
  'except',
] as const;

/**
 * A deeper rule could not be explained to the person who consents; and at this depth the recursion cannot exhaust the stack.
 */
const MAX_DEPTH = 16;

/** Reads a rule with its exceptions, as it is written. Whether it may be put on file is for `faultsIn` to say. */
export function readRule(input: Input, depth = 0): Rule {
  if (depth > MAX_DEPTH) throw new BadInput(input.path, `is nested more than ${MAX_DEPTH} levels deep.`);
  const fields = fieldsOf(input, FIELDS);
  const codes = (list: Input) => optional(list, (each) => listOf(each, textOf));
  return {
    effect: optional(fields.effect, oneOf(['permit', 'deny'])),
    agencies: codes(fields.agencies),
    users: codes(fields.users),
    purposes: codes(fields.purposes),
    categories: codes(fields.categories),
    sources: codes(fields.sources),
    dataPeriod: optional(fields.dataPeriod, spanOf),
    period: optional(fields.period, spanOf),
    except: optional(fields.except, (list) => listOf(list, (exception) => readRule(exception, depth + 1))),
  };
}
