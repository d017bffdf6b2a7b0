import { throwawayPostgres } from '@accord/seeding/throwawayPostgres';
import pg from 'pg';
import { clinicalSystem } from '../../tests/clinicalSystem.ts';
import { draftAgency } from './draftAgency.ts';
import type { Proposal, TableGuess } from './Proposal.ts';

// A system whose people are reached over visits, with what only looks like their file beside it.

let proposal: Proposal;
let warnings: readonly string[];
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  const server = await throwawayPostgres();
  try {
    const admin = new pg.Client({ connectionString: server.adminUrl });
    await admin.connect();
    await admin.query(clinicalSystem);
    await admin.end();
    const given = { id: 'clinic', name: 'Clinic', engine: 'postgresql', url: server.adminUrl } as const;
    const draft = await draftAgency(given, ['care', 'med']);
    ({ proposal, warnings } = draft);
    files = new Map(draft.files.map(({ path, text }) => [path, text.replaceAll(/\s+/g, ' ')]));
  } finally {
    await server.stop();
  }
});

const found = (guess: TableGuess | null): string | undefined => guess?.table.name;
const way = (guess: TableGuess | null) => guess?.path.map(({ column, to }) => [column, to.name]);
const why = (table: string) => proposal.unplaced.find((one) => one.table.name === table)?.why;

test('what hangs on visits is found, by columns a table has or inherits', () => {
  const { people, sections } = proposal;
  expect([people, sections.alerts, sections.notes, sections.episodes, sections.needs].map(found)).toEqual([
    ...['person', 'risk_warning', 'progress_note', 'visit', 'problem'],
  ]);
  expect(way(sections.notes)).toEqual([
    ['at_visit', 'visit'],
    ['client_role_id', 'client_role'],
    ['person_id', 'person'],
  ]);
  for (const guess of Object.values(sections)) expect(guess?.confidence).toBeGreaterThan(0.5);
});

test('messages, requests, links between people and what others did are none of it', () => {
  const placed = Object.values(proposal.sections).map(found);
  for (const decoy of ['message', 'lab_request', 'person_relative', 'second_look', 'observed'])
    expect(placed).not.toContain(decoy);
  expect(why('second_look')).toMatch(/only by reviewer_id, which names someone other than the person/);
});

test('the day a row was last touched is not the day anything began', () => {
  for (const guess of [proposal.people, ...Object.values(proposal.sections)])
    expect(guess?.columns.map(({ column }) => column.name)).not.toContain('modified_at');
});

test('a moment is of the day that it is where the agency is, and where that is is to be confirmed; a day is as it is written', () => {
  const mapping = files.get('src/agency.ts')?.replaceAll(' // ', ' ');
  expect(mapping).toContain(
    "CONFIRM: replace UTC with your own time zone, such as Australia/Melbourne. identifiedOn: dayIn(row.identifiedOn, 'UTC'),",
  );
  expect(mapping).toContain('start: day(row.started),');
});

test('only who has a row in the table that says so is a client, in the mapping and in linkage', () => {
  expect(found(proposal.clients)).toBe('client_role');
  for (const path of ['src/agency.ts', 'src/linkage.ts'])
    expect(files.get(path)).toContain('removed: false, clientRoles: { isNot: null }');
});

test('a name that is not in use is a former one, and not gone', () => {
  expect(proposal.names).toMatchObject({ gone: [], current: { column: { name: 'is_current' }, here: true } });
  expect(files.get('src/linkage.ts')).toContain(
    'const name = names.find((one) => one.isCurrent === true) ?? names[0]; const others = names.filter((one) => one !== name);',
  );
  expect(files.get('src/agency.ts')).toContain('all.find((one) => one.isCurrent === true) ?? all[0]');
});

test('a section is read by one statement a hop', () => {
  const mapping = files.get('src/agency.ts') ?? '';
  expect(mapping).toContain('const episodes = through(byClientRole, {');
  for (const section of ['notes', 'needs', 'alerts'])
    expect(mapping).toContain(`const ${section} = through(episodes, {`);
  expect(mapping.match(/db\.visit\.findMany/g)).toHaveLength(1);
});

test('ways of reaching somebody are told apart by what the list of them says, though none is on file yet', () => {
  expect(found(proposal.contact)).toBe('person_reach');
  expect(proposal.contact?.ways).toEqual({ phone: ['1', '2'], email: ['3'] });
  const mapping = files.get('src/agency.ts') ?? '';
  expect(mapping).toContain('where: { personId: { in: keys } }');
  expect(mapping).toContain('one.kindId === 3 && one.isConfidential === false)?.reachValue');
  expect(mapping).toContain('...(one.isConfidential !== false ? [{ phone: emptyAsNull(one.reachValue), email:');
});

test('an address is put together over dwelling, street and town', () => {
  expect(found(proposal.address)).toBe('person_dwelling');
  expect(files.get('src/agency.ts')).toContain(
    'include: { dwelling: { include: { street: { include: { town: { include: { province: true } } } } } } }',
  );
  expect(files.get('src/agency.ts')).toContain('suburb: emptyAsNull(row.dwelling?.street.town.name)');
  expect(files.get('src/linkage.ts')).toContain('postcode: emptyAsNull(address?.dwelling?.street.town.postcode)');
});

test('a view that cannot be read is left out of what Prisma is told, and init says so', () => {
  expect(files.get('prisma/schema.prisma')).not.toContain('everything');
  expect(warnings.join(' ')).toMatch(/Views among them are left out.*care\.everything/);
});

test('what Prisma cannot read of a view is left out, because it breaks off where one has it', () => {
  const schema = files.get('prisma/schema.prisma') ?? '';
  expect(schema).toMatch(/view PersonVersions \{ personId Int\? @map\("person_id"\) \/\/ version is left out/);
});
