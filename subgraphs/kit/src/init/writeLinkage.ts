import { alsoKnown } from './alsoKnown.ts';
import { type ColumnIdea, secretWords, signInWords } from './columnWords.ts';
import { fitted } from './fitted.ts';
import { fullNameText } from './fullNameText.ts';
import { prismaClientTypeLine } from './importLine.ts';
import { importsOf } from './importsOf.ts';
import { jointFrom, jointText, keyOfSeveral } from './jointText.ts';
import {
  codeText,
  type Draft,
  dayText,
  fieldFor,
  fieldOf,
  keyText,
  liveText,
  modelOf,
  oneLine,
  type Used,
  valueText,
  wordsText,
} from './MappingText.ts';
import type { Field } from './Models.ts';
import { meaningIn } from './meaningIn.ts';
import { namedKeys } from './namedKeys.ts';
import { includesOver, overText } from './overText.ts';
import type { Proposal, TableGuess } from './Proposal.ts';
import { whereClient } from './whereClient.ts';
import { codeMapsOf } from './writeOwnCodes.ts';

/** `linkage.ts`: the records page by page, by their key. */
export function writeLinkage(draft: Draft, proposal: Proposal): string {
  const { people } = proposal;
  if (!people) throw new Error('There is no linkage without people.');
  const used: Used = new Set();
  const maps = new Set(codeMapsOf(proposal).map(({ name }) => name));
  const usedMaps = new Set<string>();
  const model = modelOf(draft, people.table);
  const keys = model.id.flatMap((id) => model.fields.find(({ name }) => name === id) ?? []);
  if (keys.length === 0) return withoutKey();
  const paging = pagingBy(keys, used);
  const { where: live } = whereClient(draft, proposal);
  const end = fieldFor(draft, people, 'end');
  const birth = fieldFor(draft, people, 'birth');
  const loads: string[] = [];
  /** What is found for one row before it is told. */
  const binds: string[] = [];
  let include = '';
  const hasNames = nameLines();
  const hasAddress = besides(proposal.address, 'addressRows', 'address', 'find');
  const born = birth ? dayText(draft, people.table, birth, used) : 'null';
  const accuracy = fieldFor(draft, people, 'accuracy');
  const sex = fieldFor(draft, people, 'sex');
  const isInParts = proposal.names || fieldFor(draft, people, 'given') || fieldFor(draft, people, 'family');
  const whole = isInParts ? null : fullNameText(draft, used, people);
  const rows = [
    `number: ${paging.number},`,
    ...(whole
      ? [`// ${whole.why}`, `given: ${whole.given},`, `family: ${whole.family},`]
      : [
          `given: ${wordOf(proposal.names ?? people, 'given', hasNames)},`,
          `family: ${wordOf(proposal.names ?? people, 'family', hasNames)},`,
        ]),
    ...alsoKnownLines(),
    born === 'null'
      ? `dateOfBirth: null, // TODO ${birth ? `how ${oneLine(birth.column.name)} is to be read could not be told` : 'no column was found that can be read as a day of birth'}; few are found at other agencies without it`
      : `dateOfBirth: ${born},`,
    accuracy && maps.has('accuracy')
      ? `dobAccuracy: ${mapped('accuracy')}(${codeText(accuracy)}),`
      : born === 'null'
        ? "dobAccuracy: 'UNKNOWN',"
        : `dobAccuracy: ${born} === null ? 'UNKNOWN' : 'EXACT', // CONFIRM: no column says how good a day of birth is`,
    sex && maps.has('sex') ? `sex: ${mapped('sex')}(${codeText(sex)}),` : 'sex: null,',
    `suburb: ${wordOf(proposal.address ?? people, 'suburb', hasAddress)},`,
    `postcode: ${wordOf(proposal.address ?? people, 'postcode', hasAddress)},`,
    ...workerLines(),
    ...openLines(),
  ];
  const { declared, text } = namedKeys(
    [
      'export const linkage = (db: PrismaClient): Linkage => ({',
      `  count: () => db.${model.accessor}.count({ where: { ${live} } }),`,
      '  page: async (after, size) => {',
      `    const further = ${paging.further};`,
      `    const rows = await db.${model.accessor}.findMany({`,
      `      where: { ${[live, '...further'].filter((part) => part !== '').join(', ')} },`,
      `      orderBy: ${paging.orderBy},`,
      '      take: size,',
      ...(include === '' ? [] : [`      include: { ${include} },`]),
      '    });',
      ...loads,
      binds.length > 0 ? '    return rows.map((row) => {' : '    return rows.map((row) => ({',
      ...(binds.length > 0
        ? [
            ...binds.map((line) => `      ${line}`),
            '      return {',
            ...rows.map((row) => `        ${row}`),
            '      };',
            '    });',
          ]
        : [...rows.map((row) => `      ${row}`), '    }));']),
      '  },',
      '});',
    ].join('\n'),
  );
  return fitted(
    `${[
      ...importsOf(used),
      "import type { Linkage } from '@accord/kit/Mapping';",
      prismaClientTypeLine,
      ...(usedMaps.size > 0 ? [`import { ${[...usedMaps].sort().join(', ')} } from './ownCodes.ts';`] : []),
      '',
      ...(declared.length > 0 ? [...declared, ''] : []),
      '/**',
      ' * What is encoded of each person, a page at a time. Proposed by `accord-agency init`; read it against MAPPING.md.',
      ' *',
      ...(rows.some((row) => row.startsWith('alsoKnownAs'))
        ? [' * Former names and nicknames (`alsoKnownAs`): add every one you have that is not there.']
        : [' * No former names and nicknames were found (`alsoKnownAs`): add every one you have.']),
      ' */',
      text,
    ].join('\n')}\n`,
  );

  function use(word: string): string {
    used.add(word);
    return word;
  }

  function mapped(name: string): string {
    usedMaps.add(name);
    return name;
  }

  /** Loads the rows of a table beside the people's, a page at a time, and binds those of one person; false where the columns cannot be compared. */
  function besides(guess: TableGuess | null, word: string, bound: string, how: 'find' | 'filter'): boolean {
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

  /** The name in use, and all the others a person has or had. */
  function nameLines(): boolean {
    const { names } = proposal;
    const current = names?.current && fieldOf(draft, names.table, names.current.column.name);
    if (!names?.current || !current) return besides(names, 'nameRows', '[name, ...others]', 'filter');
    const found = besides(names, 'nameRows', 'names', 'filter');
    if (found)
      binds.push(
        `const name = names.find((one) => one.${current.name} === ${valueText(current, names.current.here)}) ?? names[0];`,
        'const others = names.filter((one) => one !== name);',
      );
    return found;
  }

  function alsoKnownLines(): readonly string[] {
    const [given, family] = (['given', 'family'] as const).map((idea) => fieldFor(draft, proposal.names, idea));
    if (given && family && hasNames)
      return [
        `alsoKnownAs: others.map((one) => ({ given: ${wordsText(given, used, 'one')}, family: ${wordsText(family, used, 'one')} })),`,
      ];
    const hasAliases = besides(proposal.aliases, 'aliases', 'others', 'filter');
    const known = alsoKnown(draft, proposal, used, hasAliases ? 'others' : null);
    return known ? [`alsoKnownAs: ${known.text},`] : [];
  }

  /** By the sign-in name of staff, never by a password, whatever a column of staff is called. */
  function workerLines(): readonly string[] {
    const none = ['worker: null, // TODO the sign-in name of the worker in charge, for caseloads'];
    const { workers } = proposal;
    const author = fieldFor(draft, people, 'author');
    const login = fieldFor(draft, workers, 'login');
    const words = login ? meaningIn(login.column.name).join(' ') : '';
    const relation = model.relations.find(({ keys }) => keys?.fields.length === 1 && keys.fields[0] === author?.name);
    if (!workers || !login || !signInWords.test(words) || secretWords.test(words)) return none;
    if (relation?.to !== modelOf(draft, workers.table).name) return none;
    include = `${relation.name}: { select: { ${login.name}: true } }`;
    const value = `row.${relation.name}${relation.optional ? '?' : ''}.${login.name}`;
    return [
      `worker: ${value}${relation.optional || login.column.nullable ? ' ?? null' : ''}, // CONFIRM: the name they sign in to the partnership by`,
    ];
  }

  /** While the last day of the people's own row, or of one of their episodes, is not over. */
  function openLines(): readonly string[] {
    const isOpen = (last: string) => `!${use('isOver')}(${last}, new Date())`;
    if (end && people) return [`open: ${isOpen(dayText(draft, people.table, end, used))},`];
    const none = ['open: true, // CONFIRM: no column says when work with somebody ended'];
    const { episodes } = proposal.sections;
    const last = fieldFor(draft, episodes, 'end');
    const ended = episodes && last ? dayText(draft, episodes.table, last, used, 'one') : 'null';
    if (!episodes || ended === 'null') return none;
    if (!besides(episodes, 'periods', 'own', 'filter')) return none;
    return [
      `// CONFIRM: open while ${oneLine(episodes.table.name)} has a row whose ${oneLine(last?.column.name ?? '')} is not over.`,
      `open: own.some((one) => ${isOpen(ended)}),`,
    ];
  }

  function wordOf(guess: TableGuess, idea: ColumnIdea, isBeside: boolean): string {
    const field = fieldFor(draft, guess, idea);
    if (!field) return 'null';
    if (guess === people) return wordsText(field, used);
    if (!isBeside) return 'null';
    const over = guess.columns.find((column) => column.idea === idea)?.over ?? [];
    const row = overText(draft, over, idea === 'given' || idea === 'family' ? 'name?' : 'address?');
    return row === null ? 'null' : wordsText(field, used, row);
  }

  function withoutKey(): string {
    return `import type { Linkage } from '@accord/kit/Mapping';
${prismaClientTypeLine}

/** TODO: the people have no key, so paging is for you to write; until then no record is announced. */
export const linkage = (_db: PrismaClient): Linkage => ({ page: async () => [] });
`;
  }
}

/** How pages of people follow each other by their key, and the number of one. */
function pagingBy(keys: readonly Field[], used: Used): Readonly<{ number: string; further: string; orderBy: string }> {
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
