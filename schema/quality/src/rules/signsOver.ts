import { bySentence } from './bySentence.ts';
import type { Found } from './findPatterns.ts';
import type { Sign } from './RuleSet.ts';
import type { Token } from './tokensOf.ts';
import type { Verdict } from './Verdict.ts';

/** What the signs around some words do to them. `passed`: why the words are not evidence, if they are not. */
export type SignsHere = Readonly<{ passed: string | undefined; when: Verdict['when']; unsure: boolean }>;

/**
 * A year at least this many years before the note is past: the year before last is, last year is not. If the note's year is
 * unknown, any year is past.
 */
const YEARS = 2;
const YEAR = /^(?:19[3-9]\d|20\d\d)s?$/;
/** After a comma, one of these begins a statement of its own: "no injuries, he …". */
const SUBJECT = /^(?:he|she|they|i|we)$/;
const PASSED = { DENIED: 'denied', UNREAL: 'not told as something that happened' } as const;

/**
 * Returns a function that gives the signs affecting some words of a note: denial, doubt, time. A longer sign beats shorter ones
 * that it contains ("did not deny" beats "not" and "deny"), and no denial reaches past a word like "but".
 */
export function signsOver(
  tokens: readonly Token[],
  found: readonly Found<Sign>[],
  breaks: readonly string[],
  writtenIn: number | undefined,
) {
  const signs = longestOf(found);
  // One of each kind is enough: they all affect the whole note.
  const ofNote = [
    ...new Map(signs.filter(({ rule }) => rule.reach === 'NOTE').map((sign) => [sign.rule.sign, sign])).values(),
  ];
  const signsAt = bySentence(
    tokens,
    signs.filter(({ rule }) => rule.reach !== 'NOTE'),
    ({ from }) => from,
  );
  const isBreak = new Set(breaks);
  const broken = (from: number, to: number) =>
    tokens.slice(from, to).some(({ word, afterPause }) => isBreak.has(word) || (afterPause && SUBJECT.test(word)));
  const reaches = ({ rule, from, to }: Found<Sign>, start: number, end: number): boolean => {
    const next = tokens[to];
    if (rule.last && next !== undefined && !next.afterPause && next.sentence === tokens[from]?.sentence) return false;
    if (rule.reach === 'NOTE') return true;
    if (tokens[from]?.sentence !== tokens[start]?.sentence) return false;
    if (rule.reach === 'SENTENCE') return true;
    if (rule.stands === 'BEFORE')
      return (
        to <= start &&
        start - to < rule.reach &&
        !broken(to, start) &&
        !tokens.slice(to + 1, start + 1).some(({ afterColon }) => afterColon)
      );
    return from >= end && from - end < rule.reach && !broken(end, from);
  };
  const years = new Set(
    tokens
      .filter(
        ({ word }) => YEAR.test(word) && (writtenIn === undefined || writtenIn - Number.parseInt(word, 10) >= YEARS),
      )
      .map(({ sentence }) => sentence),
  );
  return (start: number, end: number): SignsHere => {
    const here = [...ofNote, ...signsAt(start)].filter((sign) => reaches(sign, start, end));
    const has = (kind: Sign['sign']) => here.find(({ rule }) => rule.sign === kind);
    const passing = has('DENIED') ?? has('UNREAL');
    const sign = passing?.rule.sign;
    const past = has('PAST') !== undefined || years.has(tokens[start]?.sentence ?? -1);
    const when = has('NOW') ? 'NOW' : past ? 'PAST' : has('RECENT') ? 'RECENT' : 'UNSAID';
    const passed = sign === 'DENIED' || sign === 'UNREAL' ? `${PASSED[sign]} (${passing?.rule.id})` : undefined;
    return { passed, when, unsure: has('UNSURE') !== undefined };
  };
}

function longestOf(found: readonly Found<Sign>[]): readonly Found<Sign>[] {
  const kept: Found<Sign>[] = [];
  const taken = new Map<number, Found<Sign>>();
  for (const sign of [...found].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    const places = Array.from({ length: sign.to - sign.from }, (_, step) => sign.from + step);
    // The same words may be two signs: "no" before and after.
    const longer = places
      .map((place) => taken.get(place))
      .find((other) => other !== undefined && (other.from !== sign.from || other.to !== sign.to));
    if (longer !== undefined) continue;
    for (const place of places) taken.set(place, sign);
    if (sign.rule.sign !== 'IGNORED') kept.push(sign);
  }
  return kept;
}
