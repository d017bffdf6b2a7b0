import { isTold, type Told, toldOf, weightOf } from './Told.ts';

type Count = Readonly<{ value: number | null; suppressed: boolean }>;
type Coded = Readonly<{ code: string; count: Count }>;

/** An agency's figures, as the graph returns them. */
export type Figures = Readonly<{
  people: Count | null;
  alerts: readonly Coded[] | null;
  needs: readonly Coded[] | null;
}>;
export type AgencyFigures = Readonly<{
  id: string;
  name: string;
  aggregateVetoes: readonly Readonly<{ scope: string }>[];
  figures: Figures | null;
  figuresBefore: Figures | null;
}>;

/** One agency's count, now and in the quarter it is compared with. */
export type AgencyCount = Readonly<{ id: string; agency: string; now: Told; before: Told | null }>;

/** Counts of one kind, agency by agency. No agency is ever left out. */
export type CountGroup = Readonly<{ id: string; title: string | null; counts: readonly AgencyCount[] }>;

/** The single group of people on file. `silent`: names of agencies that did not answer. */
export const peopleGroup = (agencies: readonly AgencyFigures[], silent: ReadonlySet<string>): CountGroup => ({
  id: 'people',
  title: null,
  counts: agencies.map((agency) => {
    const told = (figures: Figures | null): Told => (figures ? toldOf(figures.people) : whyNot(agency, silent));
    return { id: agency.id, agency: agency.name, now: told(agency.figures), before: told(agency.figuresBefore) };
  }),
});

/** One group for every code of alerts or needs that any agency listed, the highest counts first. */
export function codeGroups(
  agencies: readonly AgencyFigures[],
  kind: 'alerts' | 'needs',
  { silent, wordOf }: Readonly<{ silent: ReadonlySet<string>; wordOf: (code: string) => string }>,
): readonly CountGroup[] {
  const listed = agencies.flatMap(({ figures, figuresBefore }) => [figures?.[kind], figuresBefore?.[kind]]);
  const codes = new Set(listed.flatMap((list) => list ?? []).map(({ code }) => code));
  return mostFirst(
    [...codes].map((code) => ({
      id: code,
      title: wordOf(code),
      counts: agencies.map((agency) => {
        const told = (figures: Figures | null): Told =>
          figures ? listedAs(figures[kind], code) : whyNot(agency, silent);
        return { id: agency.id, agency: agency.name, now: told(agency.figures), before: told(agency.figuresBefore) };
      }),
    })),
  );
}

/** Sorts groups by the total disclosed for them, the highest first. */
export const mostFirst = (groups: readonly CountGroup[]): readonly CountGroup[] => {
  const weight = ({ counts }: CountGroup): number => counts.reduce((sum, { now }) => sum + weightOf(now), 0);
  return [...groups].sort((a, b) => weight(b) - weight(a));
};

/** Why an agency has no figures. */
export function whyNot(
  { name, aggregateVetoes }: Pick<AgencyFigures, 'name' | 'aggregateVetoes'>,
  silent: ReadonlySet<string>,
): Told {
  if (aggregateVetoes.some(({ scope }) => scope === 'FIGURES' || scope === 'EVERYTHING')) return { kind: 'vetoed' };
  return silent.has(name) ? { kind: 'unanswered' } : { kind: 'untold' };
}

/** Which agencies disclosed something, and for the others, why not. */
export function whoTold(groups: readonly CountGroup[]) {
  const counts = groups.flatMap((group) => group.counts);
  const names = [...new Set(counts.map(({ agency }) => agency))];
  const toldBy = new Set(counts.filter(({ now }) => isTold(now)).map(({ agency }) => agency));
  return {
    told: names.filter((name) => toldBy.has(name)),
    missing: names
      .filter((name) => !toldBy.has(name))
      .map((name) => ({
        name,
        told: counts.find(({ agency }) => agency === name)?.now ?? ({ kind: 'untold' } as const),
      })),
  };
}

function listedAs(list: readonly Coded[] | null, code: string): Told {
  if (!list) return { kind: 'untold' };
  const found = list.find((one) => one.code === code);
  return found ? toldOf(found.count) : { kind: 'unlisted' };
}
