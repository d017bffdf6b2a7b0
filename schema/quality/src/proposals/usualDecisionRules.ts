import { usualDecisionText } from '../generated/usualDecisionText.ts';
import type { DecisionRules } from './DecisionRules.ts';
import { parseDecisionRules } from './parseDecisionRules.ts';

const parsed = parseDecisionRules(usualDecisionText);
if (parsed.kind === 'REFUSED') throw new Error(`proposals/usual.yaml: ${parsed.faults[0]?.sentence}`);

/** The shipped rules, which apply if the partnership has none of its own. */
export const usualDecisionRules: DecisionRules = parsed.rules;
