import { aboutAlert } from '@accord/contract/vocabulary';
import type { Mapping } from '../mapping/Mapping.ts';
import type { Prompts } from '../prompts/Prompts.ts';
import type { OwnAnswers } from '../serve/agencySchema.ts';
import type { OwnBook } from './OwnBook.ts';

/** The sections for prompts and waiting alerts, from the audit's questions and the own book. */
export function ownSections(
  { agreedAlerts = [] }: Pick<Mapping, 'agreedAlerts'>,
  prompts: Prompts | undefined,
  book: OwnBook | undefined,
): OwnAnswers {
  return {
    ...(prompts && {
      prompts: {
        async of(number, batch) {
          const [asked, answers] = await Promise.all([prompts.of(number, batch), book?.answers() ?? []]);
          return asked.map(({ id, code, about, quotes, ruleSet }) => {
            const answered = answers.find((one) => one.record === number && one.prompt === id);
            return {
              ...{ id, code, quotes, ruleSet },
              about: [...new Set([...about, ...aboutAlert(code, agreedAlerts)])],
              answered: answered ? { answer: answered.answer, reason: answered.reason, on: answered.on } : null,
            };
          });
        },
      },
    }),
    ...(prompts && book && { answers: () => book.allAnswers() }),
    ...(book && {
      waitingAlerts: {
        async of(number) {
          const waiting = await book.waitingOf(number);
          return waiting.map(({ order, draft, role, on, decided }) => ({
            ...{ id: order, order, about: aboutAlert(draft.code, agreedAlerts) },
            ...{ code: draft.code, certainty: draft.certainty, severity: draft.severity, text: draft.text },
            ...({ askedBy: role, askedOn: on, state: decided ? 'RETURNED' : 'WAITING' } as const),
            returnedReason: decided?.reason ?? null,
          }));
        },
      },
    }),
  };
}
