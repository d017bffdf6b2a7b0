import type { CheckReport } from './checkAgency.ts';
import { counted, type Finding } from './Finding.ts';

const titles: Readonly<Record<Finding['check'], string>> = {
  VALUES: 'Values the contract does not accept',
  CODES: 'Codes missing from the map',
  TOLD_TO_NOBODY: 'Told to nobody',
  SOFT_DELETES: 'Marked as gone, but told',
  DEAD_REFERENCES: 'Broken references',
  DATES_OF_BIRTH: 'Dates of birth',
  NAMES: 'Names',
  SLOW_TABLES: 'Tables read whole',
  EXTRACT: 'Extracts',
};

/** A check as text: what is to be mended first, each finding with its place and what to do. */
export function tellCheck(agency: string, { walk, findings }: CheckReport): string {
  const mend = findings.filter(({ gravity }) => gravity === 'MEND').length;
  const parts = Object.entries(titles).flatMap(([check, title]) => {
    const own = findings.filter((finding) => finding.check === check);
    return own.length === 0 ? [] : ['', title, ...groups(own).flatMap(tellGroup)];
  });
  return [
    `${agency}: ${counted(walk.records, 'record')} read${walk.whole ? '' : ' (not all; --whole reads all)'}.`,
    ...parts,
    '',
    findings.length === 0
      ? 'No findings.'
      : `${counted(findings.length, 'finding')}: ${mend} to fix, ${findings.length - mend} to review.`,
  ].join('\n');
}

/** What is found of one place stands together, and what to do about it is said once. */
function groups(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const byPlace = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = JSON.stringify([finding.gravity, finding.where, finding.todo]);
    byPlace.set(place, [...(byPlace.get(place) ?? []), finding]);
  }
  return [...byPlace.values()];
}

const tellGroup = (group: readonly Finding[]): readonly string[] =>
  group
    .slice(0, 1)
    .flatMap(({ gravity, where, todo }) => [
      `  ${gravity === 'MEND' ? 'fix   ' : 'review'}  ${where}`,
      ...group.map(({ found }) => `          ${found}`),
      `          ${todo}`,
    ]);
