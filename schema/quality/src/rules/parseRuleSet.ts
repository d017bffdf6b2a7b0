import { type ProfileFault, ProfileText, type Spot } from '@accord/consent/ProfileText';
import { parsePattern } from './parsePattern.ts';
import {
  type Act,
  type Direction,
  type Pattern,
  type PeopleKind,
  peopleKinds,
  type Role,
  type RuleSet,
  roles,
  type Sign,
  type SignReach,
  type Silence,
  type Statement,
  signKinds,
  silenceReaches,
} from './RuleSet.ts';
import { folded } from './tokensOf.ts';

export type ParsedRuleSet =
  | Readonly<{ kind: 'RULES'; rules: RuleSet }>
  | Readonly<{ kind: 'FAULTY'; faults: readonly ProfileFault[] }>;

/** Reads a rule set from YAML or JSON. Every fault is reported, with its line. */
export function parseRuleSet(file: string): ParsedRuleSet {
  const text = new ProfileText(file);
  const rules = readRules(text);
  const faults = text.faults();
  return faults.length > 0 ? { kind: 'FAULTY', faults } : { kind: 'RULES', rules };
}

function readRules(text: ProfileText): RuleSet {
  const at = text.fields(
    text.root,
    ['name', 'version', 'alerts', 'people'],
    ['lists', 'spelling', 'ordinary', 'signs', 'silences', 'directions', 'acts', 'statements'],
  );
  const name = text.text(at.name) ?? '';
  const version = text.text(at.version) ?? '';
  if (version !== '' && !/^\d+\.\d+\.\d+$/.test(version))
    text.note(at.version, `"${version}" should be three numbers, like 1.0.0.`);
  const alerts = readAlerts(text, at.alerts);
  const people = readPeople(text, at.people);
  // In patterns, <partner> means any word of PARTNER.
  const lists = new Map([
    ...[...people].map(([kind, words]) => [kind.toLowerCase(), words] as const),
    ...readLists(text, at.lists),
  ]);
  const read = { text, alerts: new Set(alerts.keys()), lists: new Set(lists.keys()), ids: new Set<string>() };
  return {
    name,
    version,
    alerts,
    people,
    lists,
    spelling: new Map(
      text.entries(at.spelling).map(([wrong, right]) => [folded(wrong), folded(text.text(right) ?? '')]),
    ),
    ordinary: new Set(wordsAt(text, at.ordinary)),
    signs: text.items(at.signs).map((spot) => readSign(read, spot)),
    silences: text.items(at.silences).map((spot) => readSilence(read, spot)),
    directions: text.items(at.directions).map((spot) => readDirection(read, spot)),
    acts: text.items(at.acts).map((spot) => readAct(read, spot)),
    statements: text.items(at.statements).map((spot) => readStatement(read, spot)),
  };
}

type Reading = Readonly<{
  text: ProfileText;
  alerts: ReadonlySet<string>;
  lists: ReadonlySet<string>;
  ids: Set<string>;
}>;

function readAlerts(text: ProfileText, spot: Spot): RuleSet['alerts'] {
  return new Map(
    text.entries(spot).map(([code, value]) => {
      const { label, who } = text.fields(value, ['label', 'who']);
      return [code, { label: text.text(label) ?? '', who: oneOf(text, who, ['CLIENT', 'CHILD'] as const) ?? 'CLIENT' }];
    }),
  );
}

function readPeople(text: ProfileText, spot: Spot): ReadonlyMap<PeopleKind, readonly string[]> {
  return new Map(
    text.entries(spot).flatMap(([key, value, keySpot]) => {
      const kind = peopleKinds.find((each) => each === key);
      if (kind === undefined) text.note(keySpot, `"${key}" is no kind of people; they are ${peopleKinds.join(', ')}.`);
      return kind === undefined ? [] : [[kind, wordsAt(text, value)] as const];
    }),
  );
}

function readLists(text: ProfileText, spot: Spot): ReadonlyMap<string, readonly string[]> {
  return new Map(text.entries(spot).map(([name, value]) => [name, wordsAt(text, value)]));
}

function readSign(read: Reading, spot: Spot): Sign {
  const at = read.text.fields(spot, ['id', 'sign', 'words'], ['stands', 'reach', 'last']);
  return {
    id: idAt(read, at.id),
    sign: oneOf(read.text, at.sign, signKinds) ?? 'IGNORED',
    stands:
      at.stands.node === undefined ? 'BEFORE' : (oneOf(read.text, at.stands, ['BEFORE', 'AFTER'] as const) ?? 'BEFORE'),
    reach: reachAt(read.text, at.reach),
    last: read.text.flag(at.last) ?? false,
    words: patternsAt(read, at.words),
  };
}

function readSilence(read: Reading, spot: Spot): Silence {
  const at = read.text.fields(spot, ['id', 'why', 'words'], ['covers']);
  const covers = at.covers.node === undefined ? 'WORDS' : (oneOf(read.text, at.covers, silenceReaches) ?? 'WORDS');
  return { id: idAt(read, at.id), why: read.text.text(at.why) ?? '', covers, words: patternsAt(read, at.words) };
}

function readDirection(read: Reading, spot: Spot): Direction {
  const at = read.text.fields(spot, ['from', 'to', 'alerts']);
  return { from: rolesAt(read.text, at.from), to: rolesAt(read.text, at.to), alerts: alertsAt(read, at.alerts) };
}

function readAct(read: Reading, spot: Spot): Act {
  const at = read.text.fields(spot, ['id', 'why', 'words'], ['threat', 'turned', 'needs']);
  const needs = oneOf(read.text, at.needs, ['TARGET', 'AGENT', 'BOTH', 'NEITHER'] as const) ?? 'TARGET';
  const threat = read.text.flag(at.threat) ?? false;
  const turned = read.text.flag(at.turned) ?? false;
  return {
    id: idAt(read, at.id),
    why: read.text.text(at.why) ?? '',
    threat,
    turned,
    needs,
    words: patternsAt(read, at.words),
  };
}

function readStatement(read: Reading, spot: Spot): Statement {
  const at = read.text.fields(spot, ['id', 'why', 'alerts', 'words'], ['threat', 'unsure', 'when', 'notOf']);
  return {
    id: idAt(read, at.id),
    why: read.text.text(at.why) ?? '',
    alerts: alertsAt(read, at.alerts),
    threat: read.text.flag(at.threat) ?? false,
    unsure: read.text.flag(at.unsure) ?? false,
    when: oneOf(read.text, at.when, ['PAST'] as const),
    notOf: at.notOf.node === undefined ? new Set<Role>(['OTHER', 'KIN', 'WORKER']) : rolesAt(read.text, at.notOf),
    words: patternsAt(read, at.words),
  };
}

/** Every verdict quotes rule ids, so each id must name one rule. */
function idAt({ text, ids }: Reading, spot: Spot): string {
  const id = text.text(spot) ?? '';
  if (id !== '' && !/^[a-z][a-z0-9-]*$/.test(id))
    text.note(spot, `"${id}" should be small letters, numbers and hyphens.`);
  if (ids.has(id)) text.note(spot, `"${id}" is the id of another rule above.`);
  ids.add(id);
  return id;
}

function patternsAt({ text, lists }: Reading, spot: Spot): readonly Pattern[] {
  const patterns = text.items(spot).flatMap((item) => {
    const written = text.text(item);
    const pattern = written === undefined ? undefined : parsePattern(written, lists);
    if (typeof pattern === 'string') text.note(item, pattern);
    return pattern === undefined || typeof pattern === 'string' ? [] : [pattern];
  });
  if (spot.node !== undefined && text.items(spot).length === 0) text.note(spot, 'should list at least one pattern.');
  return patterns;
}

/** Returns words from a list, or from a text with spaces between them. */
function wordsAt(text: ProfileText, spot: Spot): readonly string[] {
  if (typeof (spot.node as { value?: unknown } | undefined)?.value === 'string')
    return folded(text.text(spot) ?? '')
      .trim()
      .split(/\s+/);
  return text.items(spot).map((item) => folded(text.text(item) ?? ''));
}

function reachAt(text: ProfileText, spot: Spot): SignReach {
  if (spot.node === undefined) return 6;
  const value = (spot.node as { value?: unknown } | null)?.value;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 40) return value;
  if (value === 'SENTENCE' || value === 'NOTE') return value;
  text.note(spot, 'should be a number of words from 1 to 40, SENTENCE or NOTE.');
  return 6;
}

function rolesAt(text: ProfileText, spot: Spot): ReadonlySet<Role> {
  return new Set(text.items(spot).flatMap((item) => oneOf(text, item, roles) ?? []));
}

function alertsAt({ text, alerts }: Reading, spot: Spot): readonly string[] {
  return text.items(spot).flatMap((item) => {
    const code = text.text(item);
    if (code !== undefined && !alerts.has(code)) text.note(item, `"${code}" is not among the alerts of this rule set.`);
    return code ?? [];
  });
}

function oneOf<Word extends string>(text: ProfileText, spot: Spot, words: readonly Word[]): Word | undefined {
  const written = text.text(spot);
  const word = words.find((each) => each === written);
  if (written !== undefined && word === undefined)
    text.note(spot, `"${written}" should be one of ${words.join(', ')}.`);
  return word;
}
