import type { Rule } from './Facts.ts';
import { refuseFirst, ruleFaults } from './faultsIn.ts';
import type { Profile } from './Profile.ts';
import { readRule } from './readRule.ts';

/**
 * Parses a rule from JSON, with its exceptions. Throws `BadInput` for anything it does not understand, including unknown fields
 * and categories: in a rule, losing a limit would open something.
 */
export function parseRule(json: unknown, profile: Profile): Rule {
  const rule = readRule({ value: json, path: 'rule' });
  refuseFirst(ruleFaults(rule, 'rule', profile));
  return rule;
}
