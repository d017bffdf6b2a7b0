import type { Mapping } from '../mapping/Mapping.ts';
import type { Stray } from '../source/csv/strays.ts';
import { counted, type Finding } from './Finding.ts';

/** How the files are from which the agency tells, where it tells from files. */
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
            todo: 'Correct the files, or their description in the mapping.',
          },
        ]),
    ...(leftOut === 0
      ? []
      : [
          {
            ...{ ...found, where: 'the files', found: `${counted(leftOut, 'row')} could not be read.` },
            todo: 'See the log for file, line and column. What these rows hold is missing for everyone until they are corrected.',
          },
        ]),
    ...((await strays?.(records)) ?? []).map(strayFinding),
  ];
}

const strayFinding = ({ file, column, rows, people, merged }: Stray): Finding => ({
  ...{ check: merged ? 'TOLD_TO_NOBODY' : 'DEAD_REFERENCES', gravity: 'LOOK', where: `${file}, column "${column}"` },
  ...(merged ? leftBehind(rows, people) : nameless(rows, people)),
});

/** As of a database's tables (`checkDatabase`). */
const leftBehind = (rows: number, people: string): Pick<Finding, 'found' | 'todo'> => ({
  found: `${counted(rows, 'row')} ${rows === 1 ? 'belongs' : 'belong'} to somebody who was merged into another record, according to ${people}.`,
  todo: 'Unless the mapping reads them with that other record, they are told to nobody, alerts included.',
});

const nameless = (rows: number, people: string): Pick<Finding, 'found' | 'todo'> => ({
  found: `${counted(rows, 'row')} ${rows === 1 ? 'refers' : 'refer'} to nobody in ${people}, so ${rows === 1 ? 'it is' : 'they are'} told to nobody.`,
  todo: 'Check whether the number is written differently there (lower case, leading zeros), or whether the export leaves these people out.',
});
