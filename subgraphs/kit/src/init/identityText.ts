import { alsoKnown } from './alsoKnown.ts';
import { besideText, jointOf } from './besideText.ts';
import { fullNameText } from './fullNameText.ts';
import { codeText, dayText, fieldOf, oneLine, percent, valueText } from './MappingText.ts';
import { sectionText } from './sectionText.ts';
import { tableText } from './tableText.ts';
import { declare, map, property, type Writing } from './Writing.ts';

/** `identity`, of the people's own columns or of a table of names beside them. */
export function identityText(writing: Writing): string {
  const { draft, proposal, people, used } = writing;
  const named = proposal.names ?? people;
  const names = [property(writing, named, 'given', 'given'), property(writing, named, 'family', 'family')];
  const birth = property(writing, people, 'birth', 'dateOfBirth', (guess, field) =>
    dayText(draft, guess.table, field, used),
  );
  const own = [
    birth,
    property(writing, people, 'accuracy', 'dateOfBirthAccuracy', (_, field) =>
      map(writing, 'accuracy', codeText(field), "'UNKNOWN'"),
    ),
    property(writing, people, 'sex', 'sex', (_, field) => map(writing, 'sex', codeText(field), "'NOT_STATED'")),
    property(writing, people, 'language', 'language'),
    property(writing, people, 'culture', 'culturalIdentity'),
  ].flat();
  if (!proposal.names) {
    const { from, row, lines } = alsoKnownText(writing);
    return sectionText(
      used,
      'identity',
      'one',
      from,
      [...nested('name', names.flat().length > 0 ? names.flat() : fullNameLines(writing)), ...lines, ...own],
      row,
    );
  }
  // Names in a table of their own: beside each person, their names.
  const from = tableText(writing, proposal.names, 'names');
  used.add('derivedNames');
  if (from === '') return sectionText(used, 'identity', 'one', 'people', own);
  const inUse = proposal.names.current;
  const current = inUse && fieldOf(draft, proposal.names.table, inUse.column.name);
  return [
    `    // The names are in ${oneLine(proposal.names.table.name)} (${percent(proposal.names)}); ${inUse ? `the name is the one in use according to ${oneLine(inUse.column.name)}, and the others are former names. CONFIRM.` : 'the first one on file is taken. CONFIRM which one is in use.'}`,
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

function fullNameLines(writing: Writing): readonly string[] {
  const { draft, people, used } = writing;
  const whole = fullNameText(draft, used, people);
  if (!whole) return [];
  const [why = ''] = property(writing, people, 'fullName', 'family', () => whole.family);
  return [
    `${why} ${whole.why}`,
    ...(whole.given === 'null' ? [] : [`      given: ${whole.given},`]),
    `      family: ${whole.family},`,
  ];
}

/** Former names and nicknames: of the people's own columns and of the rows of a table of names (`others`). */
function alsoKnownText(writing: Writing): Readonly<{ from: string; row?: string; lines: readonly string[] }> {
  const { draft, proposal, used } = writing;
  const joint = proposal.aliases && jointOf(proposal.aliases);
  const from = proposal.aliases && joint && besideText(draft, used, 'people', joint, proposal.aliases);
  const known = alsoKnown(draft, proposal, used, from ? 'others' : null);
  const lines = known ? [...known.why.map((line) => `      ${line}`), `      alsoKnownAs: ${known.text},`] : [];
  return from
    ? { from: declare(writing, 'peopleAndNames', from), row: '[row, others]', lines }
    : { from: 'people', lines };
}

function nested(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`      ${name}: {`, ...lines.map((line) => `  ${line}`), '      },'];
}
