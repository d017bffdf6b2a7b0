import type { Quote, Verdict } from './Verdict.ts';

/** Something the rules matched, with everything that speaks for and against it. */
export type Finding = Readonly<{
  quote: Quote;
  alerts: readonly string[];
  threat: boolean;
  unsure: boolean;
  when: Verdict['when'];
  passed: string | undefined;
}>;

/**
 * Returns what all findings of a note together say about one alert category: clear findings beat unsure ones, now beats past.
 */
export function verdictOf(category: string, who: 'CLIENT' | 'CHILD', findings: readonly Finding[]): Verdict {
  const mine = findings.filter(({ alerts }) => alerts.includes(category));
  const passedOver = mine.flatMap(({ passed, quote }) =>
    passed === undefined ? [] : [{ ...quote, why: `${quote.why}: ${passed}` }],
  );
  const live = mine.filter(({ passed }) => passed === undefined);
  const plain = live.filter(({ unsure }) => !unsure);
  const shown = plain.length > 0 ? plain : live;
  const whens = shown.map(({ when }) => when);
  const when = (['NOW', 'RECENT', 'UNSAID', 'PAST'] as const).find((each) => whens.includes(each)) ?? 'UNSAID';
  return {
    kind: plain.length > 0 ? 'EVIDENCE' : live.length > 0 ? 'ABSTAIN' : 'NONE',
    category,
    who: live.length === 0 ? undefined : who,
    when,
    tells: shown.length === 0 ? undefined : shown.every(({ threat }) => threat) ? 'THREAT' : 'ACT',
    quotes: shown.map(({ quote }) => quote),
    passedOver,
  };
}
