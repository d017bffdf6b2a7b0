import { type ParsedRuleSet, parseRuleSet } from './parseRuleSet.ts';
import type { RuleSet } from './RuleSet.ts';

/**
 * Reads the partnership's own text to replace a rule set it already has, as any other text is read. Refuses it unless it keeps
 * the name and raises the version, so that no two texts share a version.
 */
export function editRules(before: RuleSet, text: string): ParsedRuleSet {
  const parsed = parseRuleSet(text);
  if (parsed.kind === 'FAULTY') return parsed;
  const { name, version } = parsed.rules;
  const lineOf = (field: string) => text.split('\n').findIndex((line) => line.startsWith(field)) + 1 || 1;
  const faults = [
    ...(name === before.name
      ? []
      : [{ line: lineOf('name'), column: 1, sentence: `"${name}" should keep the name "${before.name}".` }]),
    ...(isHigher(version, before.version)
      ? []
      : [
          {
            line: lineOf('version'),
            column: 1,
            sentence: `Version ${version} should be higher than ${before.version}.`,
          },
        ]),
  ];
  return faults.length > 0 ? { kind: 'FAULTY', faults } : parsed;
}

function isHigher(version: string, than: string): boolean {
  const [left, right] = [version, than].map((each) => each.split('.').map(Number));
  for (const place of [0, 1, 2]) {
    const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
