import type { ExerciseResults, ScenarioResult } from './exerciseResults.ts';

/**
 * A scenario where wording was the trouble: how often that was noted, how far people agreed at first, and what they would say
 * instead.
 */
export type WordingTrouble = Readonly<{
  scenario: string;
  languageNoted: number;
  alike: number | null;
  wordings: readonly string[];
}>;

/**
 * Returns the scenarios where language was noted as a barrier or another wording was proposed. Those where it was noted most
 * come first; if equal, those that people agreed on least in the first round. It reads only what everybody is shown.
 */
export function whereWordingHindered({ rounds }: ExerciseResults): readonly WordingTrouble[] {
  const [first] = rounds;
  return (first?.scenarios ?? [])
    .map(({ scenario, shown }) => {
      const all = rounds.flatMap((round) => round.scenarios.filter((result) => result.scenario === scenario));
      return {
        scenario,
        languageNoted: all.reduce((sum, result) => sum + languageIn(result), 0),
        alike: shown?.alike ?? null,
        wordings: [...new Set(all.flatMap((result) => result.shown?.wordings ?? []))],
      };
    })
    .filter(({ languageNoted, wordings }) => languageNoted > 0 || wordings.length > 0)
    .sort((a, b) => b.languageNoted - a.languageNoted || (a.alike ?? 1) - (b.alike ?? 1));
}

const languageIn = ({ barriers }: ScenarioResult): number =>
  barriers?.kinds.find(({ code }) => code === 'LANGUAGE')?.count ?? 0;
