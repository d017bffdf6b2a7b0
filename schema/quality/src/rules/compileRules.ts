import { bySentence } from './bySentence.ts';
import { clientIs } from './clientIs.ts';
import { type Found, findPatterns } from './findPatterns.ts';
import { mentionsFinder } from './mentionsFinder.ts';
import type { Act, RuleSet, Sign, Silence, Statement } from './RuleSet.ts';
import { signsOver } from './signsOver.ts';
import { spellingOf } from './spellingOf.ts';
import { folded, type Token, tokensOf } from './tokensOf.ts';
import type { Quote, Verdict } from './Verdict.ts';
import { type Finding, verdictOf } from './verdictOf.ts';
import { whoDidIt } from './whoDidIt.ts';
import { wordKindsOf } from './wordKindsOf.ts';

/** What the reader may know of a note beside its text: the client's own names, and the year it was written. */
export type NoteContext = Readonly<{ client?: readonly string[]; writtenIn?: number }>;
export type Reader = (text: string, context?: NoteContext, counted?: () => void) => readonly Verdict[];

/** So many different words are remembered between notes; then the memory begins anew. */
const REMEMBERED = 50_000;

/**
 * A reader of notes: one verdict for each alert category of the rule set, in its order. The same text gives the same
 * verdicts, whatever was read before. Cost: proportional to the length of the note.
 *
 * It knows no author and no record, so that nothing can be counted by worker here.
 */
export function compileRules(rules: RuleSet): Reader {
  const choices = [rules.signs, rules.silences, rules.acts, rules.statements].flatMap((list) =>
    list.flatMap(({ words }) => words.flatMap((pattern) => pattern.flatMap(({ choices }) => choices))),
  );
  const kinds = wordKindsOf(choices, rules.lists);
  const people = [...rules.people.values()].flat();
  const plain = [...choices, ...[...rules.lists.values()].flat()].filter((choice) => !/[<*]/.test(choice));
  const known = new Set([...plain, ...people]);
  const guess = spellingOf(known, rules.ordinary);
  const finders = {
    signs: findPatterns<Sign>(
      rules.signs.map((sign) => [sign, sign.words]),
      kinds,
    ),
    silences: findPatterns<Silence>(
      rules.silences.map((silence) => [silence, silence.words]),
      kinds,
    ),
    acts: findPatterns<Act>(
      rules.acts.map((act) => [act, act.words]),
      kinds,
    ),
    statements: findPatterns<Statement>(
      rules.statements.map((statement) => [statement, statement.words]),
      kinds,
    ),
  };
  const mentionsIn = mentionsFinder(rules);
  const remembered = new Map<string, readonly [string, readonly number[]]>();
  const wordAndKinds = (word: string): readonly [string, readonly number[]] => {
    const before = remembered.get(word);
    if (before !== undefined) return before;
    const meant = rules.spelling.get(word) ?? guess(word);
    const base = meant.replace(/'s$/, '');
    const both = [meant, base === meant ? kinds.of(meant) : [...kinds.of(meant), ...kinds.of(base)]] as const;
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(word, both);
    return both;
  };

  return (text, { client = [], writtenIn } = {}, counted) => {
    const written = tokensOf(text);
    const looked = written.map(({ word }) => wordAndKinds(word));
    const tokens: readonly Token[] = written.map((token, place) => ({
      ...token,
      word: looked[place]?.[0] ?? token.word,
    }));
    const kindsOf = looked.map(([, found]) => found);
    const look = <Rule>(find: ReturnType<typeof findPatterns<Rule>>) => find(tokens, kindsOf, counted);

    const signs = signsOver(tokens, look(finders.signs), rules.lists.get('breaks') ?? [], writtenIn);
    const silences = look(finders.silences);
    const silentNote = silences.find(({ rule }) => rule.covers === 'NOTE');
    const silencesAt = bySentence(tokens, silences, ({ from }) => from);
    const mentions = mentionsIn(tokens);
    const mentionsAt = bySentence(tokens, mentions, ({ place }) => place);
    const names = new Set(client.flatMap((name) => folded(name).split(/[^\p{L}\p{N}']+/u)));
    const isName = (place: number) => {
      const token = tokens[place];
      if (token === undefined) return undefined;
      if (names.has(token.word.replace(/'s$/, ''))) return 'CLIENT' as const;
      const capital = /^\p{Lu}\p{Ll}/u.test(token.raw);
      return capital && !known.has(token.word) && kindsOf[place]?.length === 0 ? ('NAMED' as const) : undefined;
    };
    const around = { tokens, mentionsAt, client: clientIs(tokens, mentions, rules.lists), isName };
    const quoteOf = (from: number, to: number, rule: string, why: string): Quote => ({
      start: tokens[from]?.start ?? 0,
      end: tokens[to - 1]?.end ?? 0,
      rule,
      why,
    });
    const findings: Finding[] = [];
    const found = (
      from: number,
      to: number,
      rule: Act | Statement,
      alerts: readonly string[],
      unsure: boolean,
      past: boolean,
    ) => {
      const silence = silentNote ?? silencing(silencesAt(from), from, to);
      const sign = signs(from, to);
      findings.push({
        quote: quoteOf(from, to, rule.id, rule.why),
        alerts,
        threat: rule.threat,
        unsure: unsure || sign.unsure,
        when: past ? 'PAST' : sign.when,
        passed: silence === undefined ? sign.passed : `${silence.rule.why} (${silence.rule.id})`,
      });
    };
    for (const { rule, from, to } of look(finders.acts)) {
      const parties = whoDidIt(around, from, to, rule.turned);
      if (parties.toSelf) continue;
      if ((rule.needs === 'TARGET' || rule.needs === 'BOTH') && parties.to === 'UNSAID') continue;
      if ((rule.needs === 'AGENT' || rule.needs === 'BOTH') && parties.from === 'UNSAID') continue;
      const direction = rules.directions.find(
        ({ from: who, to: whom }) => who.has(parties.from) && whom.has(parties.to),
      );
      if (direction !== undefined) found(from, to, rule, direction.alerts, false, false);
    }
    const said = look(finders.statements);
    const saidAt = bySentence(tokens, said, ({ from }) => from);
    for (const { rule, from, to } of said) {
      // What is said in more words wins: "IVO against client" is not also "IVO".
      if (saidAt(from).some((other) => other.from <= from && other.to >= to && other.to - other.from > to - from))
        continue;
      const last = mentionsAt(from)
        .filter(({ place, owns }) => place < from && !owns)
        .at(-1);
      if (last !== undefined && (rule.notOf as ReadonlySet<string>).has(last.kind)) continue;
      found(from, to, rule, rule.alerts, rule.unsure, rule.when === 'PAST');
    }
    return [...rules.alerts].map(([code, { who }]) => verdictOf(code, who, findings));
  };
}

/** A silence that covers words, unless more words than its own were understood around them. */
function silencing(silences: readonly Found<Silence>[], from: number, to: number) {
  return silences.find(({ rule, from: start, to: end }) => {
    if (rule.covers === 'SENTENCE') return true;
    return start < to && from < end && to - from <= end - start;
  });
}
