import { type CatalogueTable, written } from '../database/Catalogue.ts';
import { columnWords } from './columnWords.ts';
import { isDate } from './guessColumns.ts';
import { meaningIn } from './meaningIn.ts';
import type { Proposal, TableGuess } from './Proposal.ts';
import type { Shapes } from './readShapes.ts';
import { type SectionName, sectionNames, sectionWords } from './sectionWords.ts';
import type { SubjectPaths } from './subjectPaths.ts';
import { kinWords, otherThingWords } from './tableWords.ts';

/** Why a table has no place. */
export function whyUnplaced(table: CatalogueTable, paths: SubjectPaths | null): string {
  const path = paths?.of(table);
  if (table.kind !== 'table') return 'a view: its data are in tables';
  const other = otherThingWords.exec(meaningIn(table.name).join(' '))?.[0];
  if (other !== undefined) return `named "${other}"`;
  const [elsewhere] = paths?.othersIn(table) ?? [];
  if (!path && elsewhere)
    return `linked to the people only by ${elsewhere.column}, which names someone other than the person it is about`;
  return path
    ? 'about people, but does not look like alerts, needs, notes or episodes'
    : 'not linked to a table of people';
}

/**
 * What could not be determined, one sentence each: that no column can be read as a date of birth, and for each section
 * without a table that is certain enough, which table is nearest. `scored`: the most certain first.
 */
export function remarksOn(
  people: TableGuess | null,
  sections: Proposal['sections'],
  scored: readonly TableGuess[],
  placed: ReadonlySet<CatalogueTable>,
): readonly string[] {
  if (!people) return ['No table looks like the people the agency works with.'];
  const born = people.columns.some(({ idea }) => idea === 'birth') ? [] : [noBirth(people)];
  const missing = sectionNames.filter((name) => sections[name] === null);
  const sectionsMissing = missing.map((name) => {
    const inside = people.table.columns
      .filter((column) => sectionWords[name].test(meaningIn(column.name)[0] ?? ''))
      .map((column) => column.name);
    return inside.length > 1
      ? `No table looks like ${name}, but these columns of ${written(people.table)} do: ${inside.join(', ')}.`
      : `No table looks like ${name}${nearest(name, scored, placed)}.`;
  });
  return [...born, ...sectionsMissing];
}

/**
 * The columns of telephone numbers and e-mail addresses in tables about people that have no place, one sentence for each
 * table: notes that mention such a number are told.
 */
export const numbersLeft = (
  unplaced: readonly CatalogueTable[],
  shapes: Shapes,
  paths: SubjectPaths | null,
): readonly string[] =>
  unplaced.flatMap((table) => {
    const found = table.columns.filter((column) => {
      const shape = shapes.of(table, column.name);
      // A day written as 20260711 looks like a number.
      return !isDate(column, shape) && shape.like.phone + shape.like.email > 0.5;
    });
    const isOther = table.kind !== 'table' || kinWords.test(meaningIn(table.name).join(' '));
    return found.length === 0 || isOther || !paths?.of(table)
      ? []
      : [
          `${found.map(({ name }) => name).join(', ')} in ${written(table)} holds what look like telephone numbers or e-mail addresses, and was not placed. If they are the people's own, put them into contact, or into "silent": text that mentions a number is withheld only where the mapping has it.`,
        ];
  });

/** Linkage finds few matches without it. */
function noBirth({ table }: TableGuess): string {
  const called = table.columns.filter(({ name }) => columnWords.birth.test(meaningIn(name).join(' ')));
  const nearest = called.map(({ name }) => name).join(', ');
  return `No column of ${written(table)} was taken for a date of birth${nearest === '' ? '' : `: the values in ${nearest} could not be read as dates`}. Add it to identity and linkage by hand; without it few people are found at other agencies.`;
}

function nearest(section: SectionName, scored: readonly TableGuess[], placed: ReadonlySet<CatalogueTable>): string {
  const [one] = scored.filter(({ as, table, confidence }) => as === section && !placed.has(table) && confidence >= 0.2);
  return one
    ? ` enough; the nearest is ${written(one.table)} (${Math.round(one.confidence * 100)} %: ${one.reasons.join('; ')})`
    : '';
}
