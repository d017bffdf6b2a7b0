import { jointFrom, jointText } from './jointText.ts';
import { fieldOf, keyText, liveText, modelOf } from './MappingText.ts';
import { includesOver } from './overText.ts';
import type { TableGuess } from './Proposal.ts';
import type { Writing } from './Writing.ts';

/**
 * A page of `linkage.ts` being written: what it loads beside the people's rows, and the variables with what was found for
 * one person.
 */
export type LinkagePage = Writing & Readonly<{ loads: string[]; binds: string[] }>;

/**
 * Loads the rows of a table beside the people's, a page at a time, and binds those of one person; false where the columns
 * cannot be compared.
 */
export function loadBeside(
  page: LinkagePage,
  guess: TableGuess | null,
  word: string,
  bound: string,
  how: 'find' | 'filter',
): boolean {
  const { draft, used, loads, binds } = page;
  const [path, ...more] = guess?.path ?? [];
  if (!guess || !path || more.length > 0) return false;
  const joint = jointFrom(path);
  const keys = joint.pairs.map(([here, there]) => [
    fieldOf(draft, joint.own, here),
    fieldOf(draft, joint.other, there),
  ]);
  const pairs = keys.flatMap(([here, there]) =>
    here && there
      ? [
          here.type === 'Decimal'
            ? `${keyText(there, 'one')} === ${keyText(here)}`
            : `one.${there.name} === row.${here.name}`,
        ]
      : [],
  );
  const ofAll = jointText(draft, used, joint);
  const found = ofAll && jointText(draft, used, joint, `rows.map((row) => ${ofAll.key})`);
  if (!found) return false;
  const where = [liveText(draft, guess), found.where];
  const includes = includesOver(draft, guess).join(', ');
  const included = includes === '' ? '' : `, include: { ${includes} }`;
  loads.push(
    `    const ${word} = await db.${modelOf(draft, guess.table).accessor}.findMany({ where: { ${where.filter((part) => part !== '').join(', ')} }${included} });`,
  );
  binds.push(`const ${bound} = ${word}.${how}((one) => ${pairs.join(' && ')});`);
  return true;
}
