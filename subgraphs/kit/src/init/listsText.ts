import { codeText, dayText, fieldFor, keyText, modelOf, oneLine } from './MappingText.ts';
import type { Field } from './Models.ts';
import type { TableGuess } from './Proposal.ts';
import { programmeText } from './programmeText.ts';
import { sectionText } from './sectionText.ts';
import type { SectionName } from './sectionWords.ts';
import { staffText } from './staffText.ts';
import { tableText } from './tableText.ts';
import { declare, map, property, use, type Writing } from './Writing.ts';

/** `episodes`. */
export function episodesText(writing: Writing): string {
  const { draft, proposal, used } = writing;
  const guess = proposal.sections.episodes;
  return listText(writing, 'episodes', guess, null, [
    ...programmeText(writing, guess),
    ...property(writing, guess, 'status', 'status', (_, field) =>
      map(writing, 'episodeStatus', codeText(field), 'null'),
    ),
    ...property(writing, guess, 'begin', 'start', (one, field) => dayText(draft, one.table, field, used)),
    ...property(writing, guess, 'end', 'end', (one, field) => dayText(draft, one.table, field, used)),
  ]);
}

/** `needs`. A need of a code that nobody confirmed is about nothing, and told to nobody. */
export function needsText(writing: Writing): string {
  const { draft, proposal, used } = writing;
  const guess = proposal.sections.needs;
  const kind = fieldFor(draft, guess, 'kind');
  const code = kind ? map(writing, 'needCode', codeText(kind), 'null') : 'null';
  return listText(writing, 'needs', guess, null, [
    ...(kind
      ? [`      about: ${use(writing, 'aboutNeed')}(${code} ?? ''),`]
      : ['      about: [], // told to nobody until this names the kinds of information']),
    ...property(writing, guess, 'kind', 'code', () => code),
    ...property(writing, guess, 'begin', 'identifiedOn', (one, field) => dayText(draft, one.table, field, used)),
    ...property(writing, guess, 'end', 'metOn', (one, field) => dayText(draft, one.table, field, used)),
  ]);
}

/** `alerts`. One of a code that nobody confirmed is about nothing, and told to nobody. */
export function alertsText(writing: Writing): string {
  const { draft, proposal, used } = writing;
  const guess = proposal.sections.alerts;
  const kind = fieldFor(draft, guess, 'kind');
  const code = kind ? map(writing, 'alertCode', codeText(kind), 'null') : 'null';
  const day = (one: TableGuess, field: Field) => dayText(draft, one.table, field, used);
  return listText(writing, 'alerts', guess, 'raisedBy', [
    ...(kind
      ? [`      about: ${use(writing, 'aboutAlert')}(${code} ?? ''),`]
      : ['      about: [], // told to nobody until this names the kinds of information']),
    ...property(writing, guess, 'kind', 'code', () => code),
    ...property(writing, guess, 'certainty', 'certainty', (_, field) =>
      map(writing, 'alertCertainty', codeText(field), 'null'),
    ),
    ...property(writing, guess, 'severity', 'severity', (_, field) =>
      map(writing, 'alertSeverity', codeText(field), 'null'),
    ),
    ...statusText(writing, guess, day),
    ...property(writing, guess, 'text', 'text'),
    ...property(writing, guess, 'begin', 'raisedOn', day),
    ...property(writing, guess, 'review', 'reviewDue', day),
    ...property(writing, guess, 'end', 'endedOn', day),
    ...property(writing, guess, 'reason', 'endedReason'),
  ]);
}

/** Never left out: an alert without a status is missed by whoever asks for active ones. */
function statusText(
  writing: Writing,
  guess: TableGuess | null,
  day: (one: TableGuess, field: Field) => string,
): readonly string[] {
  const { draft } = writing;
  const own = property(writing, guess, 'status', 'status', (_, field) =>
    map(writing, 'alertStatus', codeText(field), 'null'),
  );
  if (own.length > 0) return own;
  const end = fieldFor(draft, guess, 'end');
  const ended = guess && end ? day(guess, end) : 'null';
  if (ended === 'null')
    return [
      '      // CONFIRM: no column says whether an alert has ended; all are told as active, so that none is missed.',
      "      status: 'ACTIVE',",
    ];
  return [
    '      // CONFIRM: no column holds the status of an alert, so it counts as closed once its end date has passed.',
    `      status: ${use(writing, 'isOver')}(${ended}, now) ? 'CLOSED' : 'ACTIVE',`,
  ];
}

/** `notes`. What a note tells is for a person to say: until then nobody is told. */
export function notesText(writing: Writing): string {
  const { draft, proposal, used } = writing;
  const guess = proposal.sections.notes;
  const kind = fieldFor(draft, guess, 'kind');
  return listText(writing, 'notes', guess, 'writtenBy', [
    ...(kind
      ? property(writing, guess, 'kind', 'about', () => map(writing, 'noteAbout', codeText(kind), '[]'))
      : ['      about: [], // told to nobody until this names the kinds of information']),
    ...property(writing, guess, 'begin', 'writtenOn', (one, field) => dayText(draft, one.table, field, used)),
    ...property(writing, guess, 'text', 'text'),
  ]);
}

/** `by`: what of a section tells the position of whoever wrote it. */
function listText(
  writing: Writing,
  name: SectionName,
  guess: TableGuess | null,
  by: 'raisedBy' | 'writtenBy' | null,
  lines: readonly string[],
): string {
  const { draft, proposal, used, maps, usedMaps } = writing;
  if (!guess) return `    // ${name}: no table found. What is left out is null for everyone.`;
  const from = tableText(writing, guess, name);
  const id = modelOf(draft, guess.table).id;
  const fields = id
    .map((one) => modelOf(draft, guess.table).fields.find((field) => field.name === one))
    .filter((field) => field !== undefined);
  if (from === '' || fields.length === 0)
    return `    // ${name}: ${oneLine(guess.table.name)} looks right, but has no key to the people, or none of its own.`;
  const own =
    fields.length === 1 && fields[0]
      ? keyText(fields[0])
      : `\`${fields.map((field) => `\${row.${field.name}}`).join('/')}\``;
  const staff =
    by && maps.has('position')
      ? staffText(draft, used, proposal, guess, from, by, (...given) => declare(writing, ...given))
      : null;
  const isTimed = lines.some((line) => line.includes('isOver('));
  if (!staff)
    return sectionText(used, name, 'many', from, [`      id: ${own},`, ...lines], isTimed ? 'row, { now }' : 'row');
  usedMaps.add('position');
  return sectionText(
    used,
    name,
    'many',
    staff.from,
    [`      id: ${own},`, ...lines, ...staff.lines],
    isTimed ? `${staff.row}, { now }` : staff.row,
  );
}
