import { readFileSync } from 'node:fs';
import type { DecisionRules } from '@accord/quality/proposals/DecisionRules';
import { parseDecisionRules } from '@accord/quality/proposals/parseDecisionRules';
import { usualDecisionRules } from '@accord/quality/proposals/usualDecisionRules';
import { StartFault } from '../../postgres/StartFault.ts';

/**
 * Returns a partnership's decision rules; without a file, those that come with the hub. Throws a `StartFault` that gives the line
 * of every fault.
 */
export function readDecisionRules(file: string | undefined): DecisionRules {
  if (file === undefined) return usualDecisionRules;
  const parsed = parseDecisionRules(textOf(file));
  if (parsed.kind === 'RULES') return parsed.rules;
  throw new StartFault(parsed.faults.map(({ line, sentence }) => `${file}:${line}: ${sentence}`).join('\n'));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartFault(`The decision rules ${file} cannot be read.`);
  }
}
