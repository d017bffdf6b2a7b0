import { BadInput } from './BadInput.ts';
import type { Rule } from './Facts.ts';
import { codeIn, fieldsOf, filledListOf, type Input, listOf, oneOf, optional, spanOf, textOf } from './Input.ts';
import type { Profile } from './Profile.ts';

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

/** Deeper than anyone can explain to the person who consents, and shallow enough to walk without running out of stack. */
const MAX_DEPTH = 16;

/**
 * A rule from JSON, with its exceptions. Throws `BadInput` for anything it does not understand, unknown fields and
 * categories included: in a rule, a limit that is lost opens.
 */
export function parseRule(json: unknown, profile: Profile): Rule {
  return ruleOf({ value: json, path: 'rule' }, profile);
}

/** `parseRule` for a rule inside a larger input. */
export function ruleOf(input: Input, profile: Profile, depth = 0): Rule {
  if (depth > MAX_DEPTH) throw new BadInput(input.path, `is nested more than ${MAX_DEPTH} deep.`);
  const fields = fieldsOf(input, FIELDS);
  const categoryOf = codeIn(profile.categories, profile.id);
  const purposeOf = codeIn(profile.purposes, profile.id);
  return {
    effect: optional(fields.effect, oneOf(['permit', 'deny'])),
    agencies: optional(fields.agencies, (list) => filledListOf(list, textOf)),
    users: optional(fields.users, (list) => filledListOf(list, textOf)),
    purposes: optional(fields.purposes, (list) => filledListOf(list, purposeOf)),
    categories: optional(fields.categories, (list) => filledListOf(list, categoryOf)),
    sources: optional(fields.sources, (list) => filledListOf(list, textOf)),
    dataPeriod: optional(fields.dataPeriod, spanOf),
    period: optional(fields.period, spanOf),
    except: optional(fields.except, (list) => listOf(list, (exception) => ruleOf(exception, profile, depth + 1))),
  };
}
