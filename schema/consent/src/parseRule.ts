import type { Rule } from './Facts.ts';
import { refuseFirst, ruleFaults } from './faultsIn.ts';
import type { Profile } from './Profile.ts';
import { readRule } from './readRule.ts';

/**
 * A rule from JSON, with its exceptions. Throws `BadInput` for anything it does not understand, unknown fields and
 * categories included: in a rule, a limit that is lost opens.
 */
export function parseRule(json: unknown, profile: Profile): Rule {
  const rule = readRule({ value: json, path: 'rule' });
  refuseFirst(ruleFaults(rule, 'rule', profile));
  return rule;
}
