import type { PromptAnswer, PromptAnswerCount } from '@accord/contract/generated/api';
import { type AlertTerm, aboutAlert, alertTerms } from '@accord/contract/vocabulary';
import type { Releases } from '../guard/releases.ts';
import { suppress } from '../serve/suppress.ts';

/** An answer to a prompt, as it is counted. */
export type KeptAnswer = Readonly<{
  record: string;
  prompt: string;
  code: string;
  answer: PromptAnswer;
  /** Day, `YYYY-MM-DD`. */
  on: string;
}>;

export const promptAnswers = ['NAME_IT', 'NOT_FAMILY_VIOLENCE', 'NOT_YET', 'UNSAFE_TO_NAME'] as const;

/** So few people could be recognised (AIHW: 1 to 4). */
const enough = 5;

/**
 * How many answers of each kind there are to the prompts of each alert category at the end of the last month, the last answer to
 * each prompt; kinds that were given only, 1 to 4 suppressed. `answers` in the order they were given.
 *
 * A count that was told changes at the end of a month, and only by five or more: whoever keeps what they were told before would else
 * work out a few answers by taking the one from the other. Until then the one before stands.
 */
export function answerCounts(
  answers: Iterable<KeptAnswer>,
  now: Date,
  { counts, days }: Pick<Releases, 'counts' | 'days'>,
  agreed: readonly AlertTerm[] = [],
): readonly PromptAnswerCount[] {
  const all = [...answers].filter(
    ({ on }) => (days.from === null || on >= days.from) && (days.to === null || on <= days.to),
  );
  const thisMonth = monthOf(now.toISOString());
  const months = [...new Set(all.map(({ on }) => monthOf(on)))].filter((month) => month < thisMonth).sort();
  const ends = months.map((month) => lastOf(all.filter(({ on }) => monthOf(on) <= month)));
  return [...alertTerms, ...agreed]
    .filter(({ code }) => aboutAlert(code, agreed).every(counts))
    .flatMap(({ code }) =>
      promptAnswers.flatMap((answer) => {
        const totals = ends.map((end) => end.filter((one) => one.code === code && one.answer === answer).length);
        const told = totals.reduce((before, total) => (Math.abs(total - before) >= enough ? total : before), 0);
        if (told > 0) return [{ code, answer, count: suppress(told) }];
        return totals.some((total) => total > 0) ? [{ code, answer, count: { value: null, suppressed: true } }] : [];
      }),
    );
}

const monthOf = (day: string): string => day.slice(0, 7);

const lastOf = (answers: readonly KeptAnswer[]): readonly KeptAnswer[] => [
  ...new Map(answers.map((one) => [JSON.stringify([one.record, one.prompt]), one])).values(),
];
