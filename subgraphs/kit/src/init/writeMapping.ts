import type { Reference } from '../database/references.ts';
import { alsoKnown } from './alsoKnown.ts';
import { besideText, jointOf } from './besideText.ts';
import type { ColumnIdea } from './columnWords.ts';
import { contactText } from './contactText.ts';
import { fitted } from './fitted.ts';
import { fullNameText } from './fullNameText.ts';
import { goneColumns, partKeptBack } from './goneColumns.ts';
import { prismaClientTypeLine } from './importLine.ts';
import { keptBackText } from './keptBackText.ts';
import {
  codeText,
  type Draft,
  dayText,
  fieldFor,
  fieldOf,
  keyText,
  liveText,
  modelOf,
  numbersFor,
  oneLine,
  percent,
  type Used,
  valueText,
  wordsText,
} from './MappingText.ts';
import type { Field, Model } from './Models.ts';
import { includesOver, overText } from './overText.ts';
import type { GoneGuess, Proposal, TableGuess } from './Proposal.ts';
import { propertyText, sectionText } from './sectionText.ts';
import type { SectionName } from './sectionWords.ts';
import { staffText } from './staffText.ts';
import { whereClient } from './whereClient.ts';
import { codeMapsOf } from './writeOwnCodes.ts';

/** Below this a part is marked to be confirmed before anything else. */
const sure = 0.6;

/** `agency.ts`: the proposed mapping, each guess with its reason. It compiles as it stands, and tells nobody an alert, need or note. */
export function writeMapping(draft: Draft, proposal: Proposal, agency: Readonly<{ id: string; name: string }>): string {
  const used: Used = new Set(['defineAgency']);
  const maps = new Set(codeMapsOf(proposal).map(({ name }) => name));
  const usedMaps = new Set<string>();
  const { people } = proposal;
  if (!people) throw new Error('There is no mapping without people.');
  const model = modelOf(draft, people.table);
  const tables: string[] = [];
  const parts = [
    recordsText(),
    identityText(),
    contactText(
      draft,
      used,
      proposal.contact ?? people,
      proposal.contact ? tableOf(proposal.contact, 'contacts') : 'people',
      declare,
    ),
    addressText(),
    involvementText(),
    episodesText(),
    needsText(),
    alertsText(),
    notesText(),
  ];
  const body = parts.filter((part) => part !== '').join('\n\n');
  const vocabulary = ['aboutAlert', 'aboutNeed'].filter((word) => used.has(word));
  return fitted(
    `${[
      ...(vocabulary.length > 0 ? [`import { ${vocabulary.join(', ')} } from '@accord/contract/vocabulary';`] : []),
      ...importsOf(used),
      prismaClientTypeLine,
      "import { linkage } from './linkage.ts';",
      ...(usedMaps.size > 0 ? [`import { ${[...usedMaps].sort().join(', ')} } from './ownCodes.ts';`] : []),
      '',
      '/**',
      ` * ${oneLine(agency.name).replaceAll('*/', '')}, told in the words of the contract.`,
      ' *',
      ' * Proposed by `accord-agency init`, which looked at names, types, keys and the look of some values. Every comment says',
      ' * which column, how sure it is and why: read each, correct what is wrong, and take the comment away. MAPPING.md lists',
      ' * what was not placed.',
      ' */',
      `export function ${identifier(agency.id)}(db: PrismaClient): Mapping {`,
      `  ${tables.join('\n').trimStart()}`,
      '',
      '  return defineAgency({',
      `    id: '${agency.id}',`,
      body,
      '',
      '    linkage: linkage(db),',
      '  });',
      '}',
    ].join('\n')}\n`,
  );

  function map(name: string, value: string, otherwise: string): string {
    if (!maps.has(name)) return otherwise;
    usedMaps.add(name);
    return `${name}(${value})`;
  }

  function recordsText(): string {
    const include = [...relationOf(people, 'programme'), ...relationOf(people, 'author')].map(
      ({ name }) => `${name}: true`,
    );
    const { where: live, told } = whereClient(draft, proposal);
    const { clients } = proposal;
    const key = recordKey(model, used);
    tables.push(
      ...(people ? headOf(draft, people, '  ') : []),
      ...(clients ? headOf(draft, clients, '  ').slice(1) : []),
      ...(clients
        ? [
            `  // CONFIRM: only who has a row in ${oneLine(clients.table.name)} is ${told ? 'told of' : 'a client; no relation leads there, so take only them yourself'}.`,
          ]
        : []),
      `  const people = ${use('table')}({`,
      `    rows: (numbers) =>`,
      `      db.${model.accessor}.findMany({`,
      `        where: { ${[live, key.where].filter((part) => part !== '').join(', ')} },`,
      ...(include.length > 0 ? [`        include: { ${include.join(', ')} },`] : []),
      '      }),',
      `    of: (row) => ${key.of},`,
      '  });',
    );
    return '    records: people,';
  }

  function declare(name: string, text: string, why?: string): string {
    tables.push('', ...(why === undefined ? [] : [`  // ${why}`]), `  const ${name} = ${text};`);
    return name;
  }

  function use(word: string): string {
    used.add(word);
    return word;
  }

  function identityText(): string {
    const named = proposal.names ?? people;
    const names = [property(named, 'given', 'given', words), property(named, 'family', 'family', words)];
    const birth = property(people, 'birth', 'dateOfBirth', (guess, field) => dayText(draft, guess.table, field, used));
    const own = [
      birth,
      property(people, 'accuracy', 'dateOfBirthAccuracy', (_, field) => map('accuracy', codeText(field), "'UNKNOWN'")),
      property(people, 'sex', 'sex', (_, field) => map('sex', codeText(field), "'NOT_STATED'")),
      property(people, 'language', 'language', words),
      property(people, 'culture', 'culturalIdentity', words),
    ].flat();
    if (!proposal.names) {
      const { from, row, lines } = alsoKnownText();
      return section(
        'identity',
        'one',
        from,
        [...nested('name', names.flat().length > 0 ? names.flat() : fullNameLines()), ...lines, ...own],
        row,
      );
    }
    // Names in a table of their own: beside each person, their names.
    const from = tableText(proposal.names, 'names');
    used.add('derivedNames');
    if (from === '') return section('identity', 'one', 'people', own);
    const inUse = proposal.names.current;
    const current = inUse && fieldOf(draft, proposal.names.table, inUse.column.name);
    return [
      `    // The names stand in ${oneLine(proposal.names.table.name)} (${percent(proposal.names)}); ${inUse ? `the one that ${oneLine(inUse.column.name)} says is in use is the name, and the others are former ones. CONFIRM.` : 'the first one on file is taken. CONFIRM which is in use.'}`,
      ...[...names.flat(), ...own]
        .filter((line) => line.trimStart().startsWith('//'))
        .map((line) => `    ${line.trimStart()}`),
      `    identity: {`,
      `      async of(number, batch) {`,
      `        const [person] = await people.rowsOf(number, batch);`,
      `        const ${current ? 'all' : '[name, ...others]'} = await ${from}.rowsOf(number, batch);`,
      ...(current
        ? [
            `        const name = all.find((one) => one.${current.name} === ${valueText(current, inUse.here)}) ?? all[0];`,
            '        const others = all.filter((one) => one !== name);',
          ]
        : []),
      `        if (!person) return null;`,
      `        return {`,
      `          name: name ? { ${names
        .flat()
        .filter((line) => !line.trimStart().startsWith('//'))
        .map((line) => line.trim().replace(/,$/, '').replaceAll('row.', 'name.'))
        .join(', ')} } : null,`,
      `          alsoKnownAs: others.map((name) => ({ ${names
        .flat()
        .filter((line) => !line.trimStart().startsWith('//'))
        .map((line) => line.trim().replace(/,$/, '').replaceAll('row.', 'name.'))
        .join(', ')} })),`,
      ...own
        .filter((line) => !line.trimStart().startsWith('//'))
        .map((line) => `          ${line.trim().replaceAll('row.', 'person.')}`),
      `        };`,
      `      },`,
      `    },`,
    ].join('\n');
  }

  function fullNameLines(): readonly string[] {
    const whole = people && fullNameText(draft, used, people);
    if (!whole) return [];
    const [why = ''] = property(people, 'fullName', 'family', () => whole.family);
    return [
      `${why} ${whole.why}`,
      ...(whole.given === 'null' ? [] : [`      given: ${whole.given},`]),
      `      family: ${whole.family},`,
    ];
  }

  /** Former names and nicknames: of the people's own columns and of the rows of a table of names (`others`). */
  function alsoKnownText(): Readonly<{ from: string; row?: string; lines: readonly string[] }> {
    const joint = proposal.aliases && jointOf(proposal.aliases);
    const from = proposal.aliases && joint && besideText(draft, used, 'people', joint, proposal.aliases);
    const known = alsoKnown(draft, proposal, used, from ? 'others' : null);
    const lines = known ? [...known.why.map((line) => `      ${line}`), `      alsoKnownAs: ${known.text},`] : [];
    return from ? { from: declare('peopleAndNames', from), row: '[row, others]', lines } : { from: 'people', lines };
  }

  function addressText(): string {
    const guess = proposal.address ?? people;
    const ideas: readonly ColumnIdea[] = ['line', 'suburb', 'state', 'postcode'];
    const lines = ideas.flatMap((idea) => property(guess, idea, idea, wordsOver(idea)));
    const same = proposal.address?.table === proposal.contact?.table ? 'contacts' : 'addresses';
    const kept = guess !== null && guess === people ? keptBackText(draft, guess, 'address') : null;
    return sectionText(used, 'address', 'one', tableText(guess, same), lines, 'row', kept);
  }

  function involvementText(): string {
    const programme = relationOf(people, 'programme')[0];
    const worker = relationOf(people, 'author')[0];
    return section('involvement', 'one', 'people', [
      ...property(people, 'programme', 'programme', (guess, field) =>
        programme ? labelText(programme, 'row') : fieldIsReference(guess, field) ? 'null' : words(guess, field),
      ),
      ...property(people, 'begin', 'since', (guess, field) => dayText(draft, guess.table, field, used)),
      ...property(people, 'end', 'until', (guess, field) => dayText(draft, guess.table, field, used)),
      ...(worker ? property(people, 'author', 'worker', () => workerText(worker)) : []),
    ]);
  }

  function episodesText(): string {
    const guess = proposal.sections.episodes;
    const programme = relationOf(guess, 'programme')[0];
    return listText('episodes', guess, null, [
      ...property(guess, 'programme', 'programme', (one, field) =>
        programme ? labelText(programme, 'row') : fieldIsReference(one, field) ? 'null' : words(one, field),
      ),
      ...property(guess, 'status', 'status', (_, field) => map('episodeStatus', codeText(field), 'null')),
      ...property(guess, 'begin', 'start', (one, field) => dayText(draft, one.table, field, used)),
      ...property(guess, 'end', 'end', (one, field) => dayText(draft, one.table, field, used)),
    ]);
  }

  function needsText(): string {
    const guess = proposal.sections.needs;
    const kind = fieldFor(draft, guess, 'kind');
    const code = kind ? map('needCode', codeText(kind), 'null') : 'null';
    return listText('needs', guess, null, [
      ...(kind
        ? [`      about: ${use('aboutNeed')}(${code} ?? ''),`]
        : ['      about: [], // nobody is told until this says what it tells']),
      ...property(guess, 'kind', 'code', () => code),
      ...property(guess, 'begin', 'identifiedOn', (one, field) => dayText(draft, one.table, field, used)),
      ...property(guess, 'end', 'metOn', (one, field) => dayText(draft, one.table, field, used)),
    ]);
  }

  function alertsText(): string {
    const guess = proposal.sections.alerts;
    const kind = fieldFor(draft, guess, 'kind');
    const code = kind ? map('alertCode', codeText(kind), 'null') : 'null';
    const day = (one: TableGuess, field: Field) => dayText(draft, one.table, field, used);
    return listText('alerts', guess, 'raisedBy', [
      ...(kind
        ? [`      about: ${use('aboutAlert')}(${code} ?? ''),`]
        : ['      about: [], // nobody is told until this says what it tells']),
      ...property(guess, 'kind', 'code', () => code),
      ...property(guess, 'certainty', 'certainty', (_, field) => map('alertCertainty', codeText(field), 'null')),
      ...property(guess, 'severity', 'severity', (_, field) => map('alertSeverity', codeText(field), 'null')),
      ...statusText(guess, day),
      ...property(guess, 'text', 'text', words),
      ...property(guess, 'begin', 'raisedOn', day),
      ...property(guess, 'review', 'reviewDue', day),
      ...property(guess, 'end', 'endedOn', day),
      ...property(guess, 'reason', 'endedReason', words),
    ]);
  }

  /** Never left out: an alert without a status is missed by whoever asks for active ones. */
  function statusText(guess: TableGuess | null, day: (one: TableGuess, field: Field) => string): readonly string[] {
    const own = property(guess, 'status', 'status', (_, field) => map('alertStatus', codeText(field), 'null'));
    if (own.length > 0) return own;
    const end = fieldFor(draft, guess, 'end');
    const ended = guess && end ? day(guess, end) : 'null';
    if (ended === 'null')
      return [
        '      // CONFIRM: no column was found that says whether an alert has ended; told as active, so that none is missed.',
        "      status: 'ACTIVE',",
      ];
    return [
      '      // CONFIRM: no column says where an alert stands, so it is closed when the day it ends is over.',
      `      status: ${use('isOver')}(${ended}, now) ? 'CLOSED' : 'ACTIVE',`,
    ];
  }

  function notesText(): string {
    const guess = proposal.sections.notes;
    const kind = fieldFor(draft, guess, 'kind');
    return listText('notes', guess, 'writtenBy', [
      ...(kind
        ? property(guess, 'kind', 'about', () => map('noteAbout', codeText(kind), '[]'))
        : ['      about: [], // nobody is told until this says what a note tells']),
      ...property(guess, 'begin', 'writtenOn', (one, field) => dayText(draft, one.table, field, used)),
      ...property(guess, 'text', 'text', words),
    ]);
  }

  /** Words that stand in a table the row leads to. */
  function wordsOver(idea: ColumnIdea) {
    return ({ columns }: TableGuess, field: Field): string => {
      const over = columns.find((column) => column.idea === idea)?.over ?? [];
      const row = overText(draft, over, 'row');
      return row === null ? 'null' : wordsText(field, used, row);
    };
  }

  function words(_: TableGuess, field: Field): string {
    return wordsText(field, used);
  }

  function property(
    guess: TableGuess | null,
    idea: ColumnIdea,
    name: string,
    value: (guess: TableGuess, field: Field) => string,
  ): readonly string[] {
    return propertyText(draft, guess, idea, name, value);
  }

  function nested(name: string, lines: readonly string[]): readonly string[] {
    return lines.length === 0 ? [] : [`      ${name}: {`, ...lines.map((line) => `  ${line}`), '      },'];
  }

  function section(name: string, kind: 'one' | 'many', from: string, lines: readonly string[], row?: string): string {
    return sectionText(used, name, kind, from, lines, row);
  }

  /** `by`: what of a section tells the position of whoever wrote it. */
  function listText(
    name: SectionName,
    guess: TableGuess | null,
    by: 'raisedBy' | 'writtenBy' | null,
    lines: readonly string[],
  ): string {
    if (!guess) return `    // ${name}: none was found. What is left out is null for everyone.`;
    const from = tableText(guess, name);
    const id = modelOf(draft, guess.table).id;
    const fields = id
      .map((one) => modelOf(draft, guess.table).fields.find((field) => field.name === one))
      .filter((field) => field !== undefined);
    if (from === '' || fields.length === 0)
      return `    // ${name}: ${oneLine(guess.table.name)} looks like it, but has no key that leads to the people or names its rows.`;
    const own =
      fields.length === 1 && fields[0]
        ? keyText(fields[0])
        : `\`${fields.map((field) => `\${row.${field.name}}`).join('/')}\``;
    const staff = by && maps.has('position') ? staffText(draft, used, proposal, guess, from, by, declare) : null;
    const isTimed = lines.some((line) => line.includes(', now) ?'));
    if (!staff) return section(name, 'many', from, [`      id: ${own},`, ...lines], isTimed ? 'row, { now }' : 'row');
    usedMaps.add('position');
    return section(
      name,
      'many',
      staff.from,
      [`      id: ${own},`, ...lines, ...staff.lines],
      isTimed ? `${staff.row}, { now }` : staff.row,
    );
  }

  /** The table of contacts; none where each row is read for its kind, beside the people. */
  function tableOf(guess: TableGuess, name: string): string {
    return fieldFor(draft, guess, 'value') ? 'people' : tableText(guess, name);
  }

  /** Declares a table once, and gives its name; '' where its key cannot be read. */
  function tableText(guess: TableGuess | null, name: string): string {
    if (!guess || guess.path.length === 0) return 'people';
    const include = [
      ...relationOf(guess, 'programme').map(({ name: relation }) => `${relation}: true`),
      ...includesOver(draft, guess),
    ];
    return pathText(guess.path, name, headOf(draft, guess, '  '), { table: guess.table, gone: guess.gone }, include);
  }

  /** One statement a hop: the last table by the records' numbers, and each before it by the keys of the rows that were found. */
  function pathText(
    path: readonly Reference[],
    name: string,
    head: readonly string[],
    rows: Pick<TableGuess, 'table' | 'gone'>,
    include: readonly string[],
  ): string {
    if (tables.some((line) => line.startsWith(`  const ${name} = `))) return name;
    const [first, ...rest] = path;
    const child = first && fieldOf(draft, first.from, first.column);
    const key = first && fieldOf(draft, first.to, first.toColumn);
    if (!first || !child || !key || model.id.length !== 1) return '';
    const find = (where: string) => {
      const conditions = [liveText(draft, rows), where].filter((part) => part !== '').join(', ');
      const more = include.length > 0 ? `, include: { ${include.join(', ')} }` : '';
      return `db.${modelOf(draft, rows.table).accessor}.findMany({ where: { ${conditions} }${more} })`;
    };
    const numbers = rest.length === 0 && key.name === model.id[0] ? numbersFor(child, used) : null;
    if (numbers) {
      tables.push(
        ...head,
        `  const ${name} = ${use('table')}({`,
        `    rows: (numbers) => ${find(`${child.name}: { in: ${numbers}(numbers) }`)},`,
        `    of: (row) => ${keyText(child)},`,
        '  });',
      );
      return name;
    }
    if (!['Int', 'BigInt', 'String'].includes(key.type ?? '') || key.type !== child.type) return '';
    const from = rest.length === 0 ? 'people' : hopText(rest);
    if (from === '') return '';
    tables.push(
      ...head,
      `  const ${name} = ${use('through')}(${from}, {`,
      `    key: (row) => row.${key.name},`,
      `    rows: (keys) => ${find(`${child.name}: { in: keys }`)},`,
      `    of: (row) => row.${child.name}${child.column.nullable ? " ?? ''" : ''},`,
      '  });',
    );
    return name;
  }

  /** The table on the way: the section's own where it is one, so that it is read once, else declared once for all that go over it. */
  function hopText(path: readonly Reference[]): string {
    const [hop] = path;
    if (!hop) return '';
    const section = Object.values(proposal.sections).find((one) => one?.table === hop.from);
    if (section?.path[0]?.column === hop.column && section.path.length === path.length) {
      const own = tableText(section, section.as);
      if (own !== '') return own;
    }
    const gone = goneColumns(hop.from, draft.shapes).filter((one) => partKeptBack(one) === null);
    const head = ['', ...gone.map((one) => `  // ${leftOut(draft, hop.from, one)}`)];
    return pathText(path, `by${modelOf(draft, hop.from).name}`, head, { table: hop.from, gone }, []);
  }

  /** The relation that a column's foreign key is, as Prisma has it. */
  function relationOf(guess: TableGuess | null, idea: ColumnIdea): Model['relations'] {
    const field = fieldFor(draft, guess, idea);
    const own = guess && modelOf(draft, guess.table);
    return (
      own?.relations.filter(({ keys }) => keys?.fields.length === 1 && keys.fields[0] === field?.name).slice(0, 1) ?? []
    );
  }

  function fieldIsReference({ table }: TableGuess, field: Field): boolean {
    return proposal.references.some(({ from, column }) => from === table && column === field.column.name);
  }

  /** What a row of a list is called. */
  function labelText({ name, to, optional }: Model['relations'][number], row: string): string {
    const target = draft.models.models.find((one) => one.name === to);
    const label = target?.fields.find(
      (field) => field.type === 'String' && /name|title|label|desc|dsc/i.test(field.column.name),
    );
    return label ? `${row}.${name}${optional ? '?' : ''}.${label.name}${optional ? ' ?? null' : ''}` : 'null';
  }

  function workerText({ name, optional }: Model['relations'][number]): string {
    const guess = proposal.workers;
    const full = fieldFor(draft, guess, 'fullName');
    const given = fieldFor(draft, guess, 'given');
    const family = fieldFor(draft, guess, 'family');
    const phone = fieldFor(draft, guess, 'phone');
    const to = draft.models.models.find((one) => guess && one === modelOf(draft, guess.table));
    if (relationOf(people, 'author')[0]?.to !== to?.name) return 'null';
    const at = `row.${name}`;
    const called = full
      ? `${at}.${full.name}`
      : given && family
        ? `\`\${${at}.${given.name} ?? ''} \${${at}.${family.name} ?? ''}\`.trim()`
        : 'null';
    const told = `{ name: ${called}${phone ? `, phone: ${at}.${phone.name}` : ''} }`;
    return optional ? `${at} ? ${told} : null` : told;
  }
}

const headOf = (draft: Draft, guess: TableGuess, indent: string): readonly string[] => [
  '',
  `${indent}// ${guess.confidence < sure ? 'CONFIRM FIRST. ' : ''}${oneLine(guess.table.name)} as ${guess.as}, ${percent(guess)}: ${guess.reasons.map(oneLine).join('; ')}.`,
  ...guess.doubts.map((doubt) => `${indent}// ${oneLine(doubt)}`),
  ...guess.gone.map((gone) => `${indent}// ${leftOut(draft, guess.table, gone)}`),
];

function leftOut(draft: Draft, table: TableGuess['table'], gone: GoneGuess): string {
  const name = oneLine(gone.column.name);
  if (!fieldOf(draft, table, gone.column.name))
    return `CONFIRM FIRST. ${name} says that a row is gone, and Prisma cannot read it: such rows are told until you leave them out.`;
  const either =
    gone.gone === null && typeof gone.here !== 'object' && gone.here !== ''
      ? ' CONFIRM: so is a row of which it says neither.'
      : '';
  return `Left out where ${name} says the row is gone or kept back (${percent(gone)}: ${gone.reasons.join('; ')}).${either}`;
}

/** How records are found by number, and the number of a row. */
export function recordKey(model: Model, used: Used): Readonly<{ where: string; of: string }> {
  const fields = model.id
    .map((name) => model.fields.find((field) => field.name === name))
    .filter((field) => field !== undefined);
  const [only, ...more] = fields;
  const numbers = only && more.length === 0 ? numbersFor(only, used) : null;
  if (only && numbers) return { where: `${only.name}: { in: ${numbers}(numbers) }`, of: keyText(only) };
  if (only && more.length === 0) {
    used.add('texts');
    return { where: `${only.name}: { in: texts(numbers) }`, of: keyText(only) };
  }
  used.add('compositeKey');
  const key = `compositeKey({ ${fields.map((field) => `${field.name}: ${numbersFor(field, used) ?? 'texts'}`).join(', ')} })`;
  return { where: `...${key}.where(numbers)`, of: `${key}.numberOf(row)` };
}

const homes: Readonly<Record<string, string>> = {
  ...{
    bigints: 'bigints',
    compositeKey: 'compositeKey',
    day: 'day',
    dayWritten: 'day',
    emptyAsNull: 'emptyAsNull',
    ints: 'ints',
    isOver: 'day',
  },
  ...{
    beside: 'through',
    many: 'section',
    one: 'section',
    table: 'table',
    texts: 'texts',
    through: 'through',
    trimmed: 'emptyAsNull',
    uuids: 'uuids',
  },
};

/** One line a file of the kit, in order. */
export function importsOf(used: Used): readonly string[] {
  const files = new Map<string, string[]>(
    used.has('defineAgency') ? [['Mapping', ['defineAgency', 'type Mapping']]] : [],
  );
  for (const word of [...used].sort()) {
    const home = homes[word];
    if (home !== undefined) files.set(home, [...(files.get(home) ?? []), word]);
  }
  return [...files]
    .sort(([a], [b]) => a.toLowerCase().localeCompare(b.toLowerCase()))
    .map(([file, words]) => `import { ${words.join(', ')} } from '@accord/kit/${file}';`);
}

/** A short name as a name in TypeScript: `river-house` is `riverHouse`. */
export const identifier = (id: string): string =>
  id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()).replaceAll('-', '');
