import type { Mapping } from '../mapping/Mapping.ts';
import { counted, type Finding } from './Finding.ts';

/** How the files are from which the agency tells, where it tells from files. */
export function checkExtract({ extract }: Mapping): readonly Finding[] {
  if (!extract) return [];
  const { leftOut, waiting } = extract();
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
  ];
}
