import { bySentence } from './bySentence.ts';
import { clientIs } from './clientIs.ts';
import { type Found, findPatterns, type Patterns, type WordKinds } from './findPatterns.ts';
import { mentionsFinder } from './mentionsFinder.ts';
import type { Act, RuleSet, Sign, Silence, Statement } from './RuleSet.ts';
import { readWords, type WordsRead } from './readWords.ts';
import { signsOver } from './signsOver.ts';
import { folded, type Token } from './tokensOf.ts';
import type { Verdict } from './Verdict.ts';
import { type Finding, verdictOf } from './verdictOf.ts';
import { type Around, type Parties, whoDidIt } from './whoDidIt.ts';

/** What the reader may know about a note besides its text: the client's own names, and the year it was written. */
export type NoteContext = Readonly<{ client?: readonly string[]; writtenIn?: number }>;
export type Reader = (text: string, context?: NoteContext, counted?: () => void) => readonly Verdict[];

/**
 * Returns a reader of notes: one verdict for each alert category of the rule set, in its order. The same text gives the same
 * verdicts, whatever was read before. Cost: proportional to the length of the note.
 *
 * It knows no author and no record, so nothing can be counted by worker here.
 */
export function compileRules(rules: RuleSet): Reader {
  const { known, kinds, read } = readWords(rules);
  const finders = findersOf(rules, kinds);
  const mentionsIn = mentionsFinder(rules);
  return (text, { client = [], writtenIn } = {}, counted) => {
    const words = read(text);
    const { tokens, kindsOf } = words;
    const look = <Rule>(find: ReturnType<typeof findPatterns<Rule>>) => find(tokens, kindsOf, counted);
    const mentions = mentionsIn(tokens);
    const around: Around = {
      tokens,
      mentionsAt: bySentence(tokens, mentions, ({ place }) => place),
      client: clientIs(tokens, mentions, rules.lists),
      isName: namesIn(words, client, known),
    };
    const findingOf = findingsIn(tokens, {
      signs: signsOver(tokens, look(finders.signs), rules.lists.get('breaks') ?? [], writtenIn),
      silences: look(finders.silences),
    });
    const acts = look(finders.acts).flatMap((act) => {
      const direction = directionOf(act.rule, whoDidIt(around, act.from, act.to, act.rule.turned), rules);
      return direction ? [findingOf(act, { alerts: direction.alerts, unsure: false, past: false })] : [];
    });
    const statements = thatStand(look(finders.statements), around).map((statement) => {
      const { alerts, unsure, when } = statement.rule;
      return findingOf(statement, { alerts, unsure, past: when === 'PAST' });
    });
    const findings = [...acts, ...statements];
    return [...rules.alerts].map(([code, { who }]) => verdictOf(code, who, findings));
  };
}

function findersOf({ signs, silences, acts, statements }: RuleSet, kinds: WordKinds) {
  const patternsOf = <Rule extends Sign | Silence | Act | Statement>(list: readonly Rule[]): Patterns<Rule> =>
    list.map((rule) => [rule, rule.words]);
  return {
    signs: findPatterns(patternsOf(signs), kinds),
    silences: findPatterns(patternsOf(silences), kinds),
    acts: findPatterns(patternsOf(acts), kinds),
    statements: findPatterns(patternsOf(statements), kinds),
  };
}

/**
 * Returns a test of whether a word is one of the client's own names, or somebody else's (capitalised, and with no other
 * meaning).
 */
function namesIn(
  { tokens, kindsOf }: WordsRead,
  client: readonly string[],
  known: ReadonlySet<string>,
): Around['isName'] {
  const names = new Set(client.flatMap((name) => folded(name).split(/[^\p{L}\p{N}']+/u)));
  return (place) => {
    const token = tokens[place];
    if (token === undefined) return undefined;
    if (names.has(token.word.replace(/'s$/, ''))) return 'CLIENT';
    const capital = /^\p{Lu}\p{Ll}/u.test(token.raw);
    return capital && !known.has(token.word) && kindsOf[place]?.length === 0 ? 'NAMED' : undefined;
  };
}

type Beside = Readonly<{ signs: ReturnType<typeof signsOver>; silences: readonly Found<Silence>[] }>;

/** Turns each match into a finding, with the signs that affect it and the silence that covers it. */
function findingsIn(tokens: readonly Token[], { signs, silences }: Beside) {
  const silentNote = silences.find(({ rule }) => rule.covers === 'NOTE');
  const silencesAt = bySentence(tokens, silences, ({ from }) => from);
  return (
    { rule, from, to }: Found<Act | Statement>,
    { alerts, unsure, past }: Readonly<{ alerts: readonly string[]; unsure: boolean; past: boolean }>,
  ): Finding => {
    const silence = silentNote ?? silencing(silencesAt(from), from, to);
    const sign = signs(from, to);
    return {
      quote: { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0, rule: rule.id, why: rule.why },
      alerts,
      threat: rule.threat,
      unsure: unsure || sign.unsure,
      when: past ? 'PAST' : sign.when,
      passed: silence === undefined ? sign.passed : `${silence.rule.why} (${silence.rule.id})`,
    };
  };
}

/** Returns what an act means, given who did it to whom. Undefined if it means nothing, or does not say who its rule needs. */
function directionOf({ needs }: Act, { from, to, toSelf }: Parties, { directions }: RuleSet) {
  if (toSelf) return undefined;
  if ((needs === 'TARGET' || needs === 'BOTH') && to === 'UNSAID') return undefined;
  if ((needs === 'AGENT' || needs === 'BOTH') && from === 'UNSAID') return undefined;
  return directions.find((direction) => direction.from.has(from) && direction.to.has(to));
}

/**
 * Returns the statements, without those that are part of a longer one ("IVO against client" is not also "IVO") and those about
 * somebody they cannot apply to.
 */
function thatStand(said: readonly Found<Statement>[], { tokens, mentionsAt }: Around): readonly Found<Statement>[] {
  const saidAt = bySentence(tokens, said, ({ from }) => from);
  return said.filter(({ rule, from, to }) => {
    if (saidAt(from).some((other) => other.from <= from && other.to >= to && other.to - other.from > to - from))
      return false;
    const last = mentionsAt(from)
      .filter(({ place, owns }) => place < from && !owns)
      .at(-1);
    return last === undefined || !(rule.notOf as ReadonlySet<string>).has(last.kind);
  });
}

/** Returns a silence that covers the words, unless the match has more words than the silence. */
function silencing(silences: readonly Found<Silence>[], from: number, to: number) {
  return silences.find(({ rule, from: start, to: end }) => {
    if (rule.covers === 'SENTENCE') return true;
    return start < to && from < end && to - from <= end - start;
  });
}
