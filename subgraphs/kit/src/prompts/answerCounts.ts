import type { PromptAnswer, PromptAnswerCount } from '@accord/contract/generated/api';
import { type AlertTerm, aboutAlert, alertTerms } from '@accord/contract/vocabulary';
import type { Releases } from '../guard/releases.ts';
import { liesWithin } from '../policy/DaySpan.ts';
import { suppress } from '../serve/suppress.ts';

/** An answer to a prompt, as it is counted. */
export type KeptAnswer = Readonly<{
  record: string;
  code: string;
  answer: PromptAnswer;
  /** Who gave it. Never disclosed, and counts cover at least five workers together. */
  user: string;
  /** Day, `YYYY-MM-DD`. */
  on: string;
}>;

export const promptAnswers = ['NAME_IT', 'NOT_FAMILY_VIOLENCE', 'NOT_YET', 'UNSAFE_TO_NAME'] as const;

/** Fewer could be recognised: the people the answers are about (AIHW: 1 to 4), and the workers who gave them. */
const enough = 5;

/**
 * How many people each kind of answer was given about, in each alert category, at the end of the last month. Only the last
 * answer about each record counts, however often its prompt was asked. Only kinds that were given are listed, and 1 to 4
 * are suppressed. `answers` must be in the order they were given.
 *
 * A published count changes only at the end of a month, and only by five or more; until then the previous one stands.
 * Otherwise somebody who keeps earlier counts could work out a few answers by subtraction. Counts are never by worker: a
 * category is published from the end of the month in which five workers have answered, because the count of one worker's
 * answers would describe how they work.
 *
 * Null where the agency's own policy withholds days on which there are answers: counted without them, those answers would
 * follow from what was published before the policy changed.
 */
export function answerCounts(
  answers: Iterable<KeptAnswer>,
  now: Date,
  { counts, days }: Pick<Releases, 'counts' | 'days'>,
  agreed: readonly AlertTerm[] = [],
): readonly PromptAnswerCount[] | null {
  const thisMonth = monthOf(now.toISOString());
  const past = [...answers].filter(({ on }) => monthOf(on) < thisMonth);
  if (!past.every(({ on }) => liesWithin(days, on))) return null;
  return [...alertTerms, ...agreed]
    .filter(({ code }) => aboutAlert(code, agreed).every(counts))
    .flatMap(({ code }) => countsOf(past.filter((one) => one.code === code)));
}

/** The counts for one category. */
function countsOf(answers: readonly KeptAnswer[]): readonly PromptAnswerCount[] {
  const [first] = answers;
  if (!first) return [];
  const ends = [...new Set(answers.map(({ on }) => monthOf(on)))]
    .sort()
    .map((month) => answers.filter(({ on }) => monthOf(on) <= month))
    .filter((upTo) => new Set(upTo.map(({ user }) => user)).size >= enough)
    .map(lastOf);
  return promptAnswers.flatMap((answer) => {
    const of = { code: first.code, answer };
    const totals = ends.map((end) => end.filter((one) => one.answer === answer).length);
    const told = totals.reduce((before, total) => (Math.abs(total - before) >= enough ? total : before), 0);
    if (told > 0) return [{ ...of, count: suppress(told) }];
    return totals.some((total) => total > 0) ? [{ ...of, count: { value: null, suppressed: true } }] : [];
  });
}

const monthOf = (day: string): string => day.slice(0, 7);

const lastOf = (answers: readonly KeptAnswer[]): readonly KeptAnswer[] => [
  ...new Map(answers.map((one) => [one.record, one])).values(),
];
