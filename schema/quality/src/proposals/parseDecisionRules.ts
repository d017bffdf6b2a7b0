import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { type DecisionRules, type Level, type LevelRule, levels } from './DecisionRules.ts';

/** What is wrong with the text, and where. Lines count from 1. */
export type RuleFault = Readonly<{ line: number; sentence: string }>;

export type ParsedRules =
  | Readonly<{ kind: 'RULES'; rules: DecisionRules }>
  | Readonly<{ kind: 'REFUSED'; faults: readonly RuleFault[] }>;

/** Roles that can speak for an agency. A coordinator works for the partnership, and clients speak for themselves. */
const speakers = ['PRACTITIONER', 'TEAM_LEADER', 'PRACTICE_LEAD', 'MANAGER', 'EXECUTIVE'];

/** Parses decision rules from the text of their file, YAML or JSON. Faulty rules are refused with every fault and its line. */
export function parseDecisionRules(text: string): ParsedRules {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const faults: RuleFault[] = document.errors.map(({ pos, message }) => ({
    ...{ line: Math.max(1, lines.linePos(pos[0]).line), sentence: message },
  }));
  const note = (node: unknown, sentence: string): void => {
    const range: unknown = typeof node === 'object' && node !== null ? Reflect.get(node, 'range') : undefined;
    const offset = Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
    faults.push({ line: Math.max(1, lines.linePos(offset).line), sentence });
  };

  const root = mapOf(document.contents, ['levels', 'agreement'], note);
  const read = listOf(root?.get('levels', true), 'levels', note).map((one) => levelRule(one, note));
  const found = read.flatMap((rule) => rule ?? []);
  for (const [place, { level }] of found.entries())
    if (place > 0 && levels.indexOf(level) <= levels.indexOf(found[place - 1]?.level ?? level))
      note(root, `${level} stands after a level that is heard later, or twice; the order is ${levels.join(', ')}.`);
  const roles = found.flatMap((rule) => rule.roles);
  for (const role of new Set(roles.filter((one, place) => roles.indexOf(one) < place)))
    note(root, `${role} speaks at more than one level; a role speaks at one.`);
  const agreement = mapOf(root?.get('agreement', true), ['consensusMinus', 'support'], note);
  const consensusMinus = numberOf(agreement, 'consensusMinus', { least: 0, most: 100, whole: true }, note);
  const support = numberOf(agreement, 'support', { least: 0, most: 1 }, note);
  return faults.length > 0
    ? { kind: 'REFUSED', faults: [...faults].sort((a, b) => a.line - b.line) }
    : { kind: 'RULES', rules: { levels: found, agreement: { consensusMinus, support } } };
}

type Note = (node: unknown, sentence: string) => void;

function levelRule(node: unknown, note: Note): LevelRule | undefined {
  const map = mapOf(node, ['level', 'roles', 'atLeastDays', 'atMostDays', 'quorum'], note);
  if (!map) return undefined;
  const level = textOf(map.get('level', true));
  if (!isLevel(level)) note(map, `"level" is ${level || 'missing'}; it is one of ${levels.join(', ')}.`);
  const roles = listOf(map.get('roles', true), 'roles', note).map(textOf);
  for (const role of roles)
    if (!speakers.includes(role)) note(map, `"${role}" cannot speak for an agency; these can: ${speakers.join(', ')}.`);
  const atLeastDays = numberOf(map, 'atLeastDays', { least: 0, most: 365, whole: true }, note);
  const atMostDays = numberOf(map, 'atMostDays', { least: 1, most: 365, whole: true }, note);
  if (atMostDays < atLeastDays) note(map, `"atMostDays" (${atMostDays}) is less than "atLeastDays" (${atLeastDays}).`);
  const quorum = numberOf(map, 'quorum', { least: 0, most: 1 }, note);
  return isLevel(level) ? { level, roles, atLeastDays, atMostDays, quorum } : undefined;
}

const isLevel = (text: string): text is Level => levels.some((level) => level === text);

const textOf = (node: unknown): string => (isScalar(node) && typeof node.value === 'string' ? node.value : '');

function mapOf(node: unknown, names: readonly string[], note: Note): YAMLMap | undefined {
  if (!isMap(node)) {
    note(node, `There should be a map of ${names.join(', ')}.`);
    return undefined;
  }
  for (const { key } of node.items) {
    const name = textOf(key);
    if (!names.includes(name)) note(key, `"${name}" is not known here; the known fields are ${names.join(', ')}.`);
  }
  return node;
}

function listOf(node: unknown, name: string, note: Note): readonly unknown[] {
  if (isSeq(node) && node.items.length > 0) return node.items;
  note(node, `"${name}" should be a list, and not empty.`);
  return [];
}

/** Returns the number under a name; anything else, or a number out of range, is noted and becomes 0. */
function numberOf(
  map: YAMLMap | undefined,
  name: string,
  { least, most, whole = false }: Readonly<{ least: number; most: number; whole?: boolean }>,
  note: Note,
): number {
  const node: unknown = map?.get(name, true);
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  note(node ?? map, `"${name}" should be a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`);
  return 0;
}
