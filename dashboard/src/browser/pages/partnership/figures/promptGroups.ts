import { type CountGroup, mostFirst } from './countGroups.ts';
import { type Told, toldOf } from './Told.ts';

type Answered<Answer> = Readonly<{
  code: string;
  answer: Answer;
  count: Readonly<{ value: number | null; suppressed: boolean }>;
}>;
export type AgencyAnswers<Answer> = Readonly<{
  id: string;
  name: string;
  aggregateVetoes: readonly Readonly<{ scope: string }>[];
  promptAnswers: readonly Answered<Answer>[] | null;
}>;

/** Groups answers to prompts by alert and answer. An agency without prompts is named and has no count. */
export function promptGroups<Answer extends string>(
  agencies: readonly AgencyAnswers<Answer>[],
  { silent, titleOf }: Readonly<{ silent: ReadonlySet<string>; titleOf: (code: string, answer: Answer) => string }>,
): readonly CountGroup[] {
  const kinds = new Map(
    agencies
      .flatMap(({ promptAnswers }) => promptAnswers ?? [])
      .map(({ code, answer }) => [`${code} ${answer}`, { code, answer }]),
  );
  const told = (
    { name, aggregateVetoes, promptAnswers }: AgencyAnswers<Answer>,
    code: string,
    answer: Answer,
  ): Told => {
    if (promptAnswers) {
      const found = promptAnswers.find((one) => one.code === code && one.answer === answer);
      return found ? toldOf(found.count) : { kind: 'unlisted' };
    }
    if (aggregateVetoes.length > 0) return { kind: 'vetoed' };
    return silent.has(name) ? { kind: 'unanswered' } : { kind: 'untold' };
  };
  return mostFirst(
    [...kinds].map(([id, { code, answer }]) => ({
      id,
      title: titleOf(code, answer),
      counts: agencies.map((agency) => ({
        ...{ id: agency.id, agency: agency.name },
        ...{ now: told(agency, code, answer), before: null },
      })),
    })),
  );
}
