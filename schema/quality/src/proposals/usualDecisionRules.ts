import { usualDecisionText } from '../generated/usualDecisionText.ts';
import type { DecisionRules } from './DecisionRules.ts';
import { parseDecisionRules } from './parseDecisionRules.ts';

const parsed = parseDecisionRules(usualDecisionText);
if (parsed.kind === 'REFUSED') throw new Error(`proposals/usual.yaml: ${parsed.faults[0]?.sentence}`);

/** The rules that ship: what holds where the partnership has none of its own. */
export const usualDecisionRules: DecisionRules = parsed.rules;
