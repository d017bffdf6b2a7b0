import type { Mapping } from '../mapping/Mapping.ts';
import type { Stray } from '../source/csv/strays.ts';
import { counted, type Finding } from './Finding.ts';

/** How the files are from which the agency tells, where it tells from files. */
export function checkExtract({ extract, records }: Mapping): readonly Finding[] {
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
    ...(strays?.(records) ?? []).map(strayFinding),
  ];
}

const strayFinding = ({ file, column, rows, people }: Stray): Finding => ({
  ...{ check: 'DEAD_REFERENCES', gravity: 'LOOK', where: `${file}, column "${column}"` },
  found: `${counted(rows, 'row')} ${rows === 1 ? 'names' : 'name'} nobody who stands in ${people}, so nobody is told of ${rows === 1 ? 'it' : 'them'}.`,
  todo: 'See whether the number is written otherwise there (small letters, noughts in front), or the job leaves these people out.',
});
