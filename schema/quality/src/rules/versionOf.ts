import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RuleSet } from './RuleSet.ts';

/**
 * Returns what identifies a rule set: name, version and a hash of everything it says. Comments, the order of fields and layout
 * do not count; one word more or less does. An audit and its re-audit compare this, not the version alone.
 */
export const versionOf = (rules: RuleSet): string =>
  `${rules.name}@${rules.version}#${bytesToHex(sha256(utf8ToBytes(JSON.stringify(canonical(rules))))).slice(0, 16)}`;

function canonical(value: unknown): unknown {
  if (value instanceof Map) return canonical(Object.fromEntries(value));
  if (value instanceof Set) return [...value].sort();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => [key, canonical(field)]),
  );
}
