import { auVicRulesText } from '../generated/auVicRulesText.ts';
import { parseRuleSet } from './parseRuleSet.ts';
import type { RuleSet } from './RuleSet.ts';

/** The shipped rule set, rules/au-vic.yaml. */
export const shippedRules: RuleSet = shipped();

/** Its text, as a starting point for a partnership's own version. */
export { auVicRulesText as shippedRulesText };

function shipped(): RuleSet {
  const parsed = parseRuleSet(auVicRulesText);
  if (parsed.kind === 'RULES') return parsed.rules;
  const said = parsed.faults.map(({ line, column, sentence }) => `${line}:${column} ${sentence}`);
  throw new Error(`rules/au-vic.yaml: ${said.join(' ')}`);
}
