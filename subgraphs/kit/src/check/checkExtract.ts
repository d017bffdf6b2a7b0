import type { Mapping } from '../mapping/Mapping.ts';
import type { Stray } from '../source/csv/strays.ts';
import { counted, type Finding } from './Finding.ts';

/** Checks the state of the files, for an agency that serves from files. */
export async function checkExtract({ extract, records }: Mapping): Promise<readonly Finding[]> {
  if (!extract) return [];
  const { leftOut, waiting, strays } = extract();
  const found = { check: 'EXTRACT', gravity: 'MEND' } as const;
  return [
    ...(waiting === null
      ? []
      : [
          {
            ...found,
            where: 'the files',
            found: waiting,
            todo: 'Mend the files, or what is said of them in the mapping.',
          },
        ]),
    ...(leftOut === 0
      ? []
      : [
          {
            ...{ ...found, where: 'the files', found: `${counted(leftOut, 'row')} could not be read.` },
            todo: 'The log names file, line and column. What they belong to is missing for everyone until they are mended.',
          },
        ]),
    ...((await strays?.(records)) ?? []).map(strayFinding),
  ];
}

const strayFinding = ({ file, column, rows, people, merged }: Stray): Finding => ({
  ...{ check: merged ? 'TOLD_TO_NOBODY' : 'DEAD_REFERENCES', gravity: 'LOOK', where: `${file}, column "${column}"` },
  ...(merged ? leftBehind(rows, people) : nameless(rows, people)),
});

/** The same as for a database's tables (`checkDatabase`). */
const leftBehind = (rows: number, people: string): Pick<Finding, 'found' | 'todo'> => ({
  found: `${counted(rows, 'row')} ${rows === 1 ? 'stands' : 'stand'} under somebody who was merged into another, by what ${people} says.`,
  todo: 'Unless the mapping reads them with that other record, nobody is told of them, no alert either.',
});

const nameless = (rows: number, people: string): Pick<Finding, 'found' | 'todo'> => ({
  found: `${counted(rows, 'row')} ${rows === 1 ? 'names' : 'name'} nobody who stands in ${people}, so nobody is told of ${rows === 1 ? 'it' : 'them'}.`,
  todo: 'See whether the number is written otherwise there (small letters, noughts in front), or the job leaves these people out.',
});
