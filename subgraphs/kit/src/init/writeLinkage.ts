import { fitted } from './fitted.ts';
import { prismaClientTypeLine } from './importLine.ts';
import { importsOf } from './importsOf.ts';
import { keyOfSeveral } from './jointText.ts';
import type { LinkagePage } from './linkagePage.ts';
import { linkageRow } from './linkageRow.ts';
import { type Draft, keyText, modelOf, type Used } from './MappingText.ts';
import type { Field } from './Models.ts';
import { namedKeys } from './namedKeys.ts';
import type { Proposal } from './Proposal.ts';
import { whereClient } from './whereClient.ts';
import { codeMapsOf } from './writeOwnCodes.ts';

/** `linkage.ts`: the records page by page, by their key. */
export function writeLinkage(draft: Draft, proposal: Proposal): string {
  const { people } = proposal;
  if (!people) throw new Error('There is no linkage without people.');
  const model = modelOf(draft, people.table);
  const keys = model.id.flatMap((id) => model.fields.find(({ name }) => name === id) ?? []);
  if (keys.length === 0) return withoutKey;
  const page: LinkagePage = {
    ...{ draft, proposal, people, used: new Set(), tables: [], usedMaps: new Set(), loads: [], binds: [] },
    maps: new Set(codeMapsOf(proposal).map(({ name }) => name)),
  };
  const paging = pagingBy(keys, page.used);
  const { lines, include } = linkageRow(page, paging.number);
  const { declared, text } = namedKeys(pageText(page, paging, lines, include));
  const { used, usedMaps } = page;
  return fitted(
    `${[
      ...importsOf(used),
      "import type { Linkage } from '@accord/kit/Mapping';",
      prismaClientTypeLine,
      ...(usedMaps.size > 0 ? [`import { ${[...usedMaps].sort().join(', ')} } from './ownCodes.ts';`] : []),
      '',
      ...(declared.length > 0 ? [...declared, ''] : []),
      '/**',
      ' * What is encoded of each person, a page at a time. Proposed by `accord-agency init`; check it against MAPPING.md.',
      ' *',
      ...(lines.some((line) => line.startsWith('alsoKnownAs'))
        ? [' * Former names and nicknames (`alsoKnownAs`): add every one you have that is missing here.']
        : [' * No former names or nicknames (`alsoKnownAs`) were found: add every one you have.']),
      ' */',
      text,
    ].join('\n')}\n`,
  );
}

/** The statements of a page, and what each of its rows becomes. */
function pageText(
  { draft, proposal, people, loads, binds }: LinkagePage,
  { further, orderBy }: Paging,
  lines: readonly string[],
  include: string,
): string {
  const { accessor } = modelOf(draft, people.table);
  const { where: live } = whereClient(draft, proposal);
  return [
    'export const linkage = (db: PrismaClient): Linkage => ({',
    `  count: () => db.${accessor}.count({ where: { ${live} } }),`,
    '  page: async (after, size) => {',
    `    const further = ${further};`,
    `    const rows = await db.${accessor}.findMany({`,
    `      where: { ${[live, '...further'].filter((part) => part !== '').join(', ')} },`,
    `      orderBy: ${orderBy},`,
    '      take: size,',
    ...(include === '' ? [] : [`      include: { ${include} },`]),
    '    });',
    ...loads,
    ...(binds.length > 0
      ? [
          '    return rows.map((row) => {',
          ...binds.map((line) => `      ${line}`),
          '      return {',
          ...lines.map((line) => `        ${line}`),
          '      };',
          '    });',
        ]
      : ['    return rows.map((row) => ({', ...lines.map((line) => `      ${line}`), '    }));']),
    '  },',
    '});',
  ].join('\n');
}

const withoutKey = `import type { Linkage } from '@accord/kit/Mapping';
${prismaClientTypeLine}

/** TODO: the people have no key, so paging is for you to write; until then no record is announced. */
export const linkage = (_db: PrismaClient): Linkage => ({ page: async () => [] });
`;

type Paging = Readonly<{ number: string; further: string; orderBy: string }>;

/** How pages of people follow each other by their key, and the number of one. */
function pagingBy(keys: readonly Field[], used: Used): Paging {
  const [only, ...more] = keys;
  if (!only || more.length > 0) {
    const key = keyOfSeveral(keys, used);
    const order = keys.map(({ name }) => `{ ${name}: 'asc' }`).join(', ');
    return { number: `${key}.numberOf(row)`, further: `${key}.after(after)`, orderBy: `[${order}]` };
  }
  const after =
    only.type === 'String' || only.type === 'Decimal'
      ? 'after'
      : only.type === 'BigInt'
        ? 'BigInt(after)'
        : 'Number(after)';
  return {
    number: keyText(only),
    further: `after === null ? {} : { ${only.name}: { gt: ${after} } }`,
    orderBy: `{ ${only.name}: 'asc' }`,
  };
}
