import { type Drafted, draftedFiles } from '../../tests/draftedFiles.ts';
import { housed, mixed, reached } from '../../tests/inventedWhereabouts.ts';
import { holdsText } from './MappingText.ts';

// What init keeps back for small invented databases: silent addresses, refuges, and numbers that nobody says are safe.

let drafted: Drafted;
const filesOf = (sql: string): Promise<ReadonlyMap<string, string>> => drafted.filesOf(sql);

beforeAll(async () => {
  drafted = await draftedFiles();
});
afterAll(() => drafted.close());

/** Addresses of these kinds, entered by a worker of a refuge, for people one of whom must not be called. */
const addressesOf = (kinds: readonly string[]): string => {
  const numbers = Array.from({ length: 24 }, (_, n) => n + 1);
  return `
    CREATE TABLE staff (staff_id INTEGER PRIMARY KEY, staff_name TEXT, position TEXT);
    CREATE TABLE lookup (list_name TEXT, code TEXT, description TEXT, PRIMARY KEY (list_name, code));
    CREATE TABLE client (client_id INTEGER PRIMARY KEY, first_name TEXT, surname TEXT, dob DATE, remarks TEXT);
    CREATE TABLE client_address (address_id INTEGER PRIMARY KEY, client_id INTEGER REFERENCES client, address_type TEXT, entered_by INTEGER REFERENCES staff, street TEXT, suburb TEXT, postcode TEXT);
    INSERT INTO staff VALUES (1, 'Jo Finch', 'Refuge worker'), (2, 'Bo Wren', 'Worker');
    INSERT INTO lookup VALUES ('ADDRTYPE', 'HOME', 'Residential'), ('ADDRTYPE', 'POST', 'Postal'), ('ADDRTYPE', 'DC', 'Don’t call'), ('SEX', 'M', 'Male'), ('SEX', 'F', 'Female');
    INSERT INTO client VALUES ${numbers.map((n) => `(${n}, 'Ada', 'Moss', '1980-02-03', '${n === 5 ? 'Do not call' : ''}')`).join(', ')};
    INSERT INTO client_address VALUES ${numbers.map((n) => `(${n}, ${n}, '${kinds[n % kinds.length]}', ${(n % 2) + 1}, '${n} High St', 'Kew', '3101')`).join(', ')};`;
};

test.each([
  [6, true, "row.kind?.trim() === 'REF'"],
  [6, false, "row.kind.trim() === 'REF'"],
  [3, false, "row.kind === 'REF'"],
])(
  'a refuge’s kind in CHAR(%s), which a database fills up with spaces, is found all the same',
  (size, nullable, test) => {
    const kind = { name: 'kind', type: 'String', native: `@db.Char(${size})`, column: { nullable, sizes: [size] } };
    expect(holdsText(kind, 'row', 'REF')).toBe(test);
  },
);

test('a decimal that holds nothing is null, not its text', () => {
  const refusal = {
    name: 'doNotCall',
    type: 'Decimal',
    native: '@db.Decimal(1)',
    column: { nullable: true, sizes: [1] },
  };
  expect([holdsText(refusal, 'row', null, '!=='), holdsText(refusal, 'row', '0', '!==')]).toEqual([
    'row.doNotCall !== null',
    "String(row.doNotCall) !== '0'",
  ]);
});

test.each(['REFUGE', 'Not to be contacted', 'Do not disclose'])(
  'an address of kind %s is served to nobody, even if the list no longer has that kind; the kind does not come from the row’s owner or author',
  async (kind) => {
    const mapping = (await filesOf(addressesOf(['HOME', 'POST', kind]))).get('src/agency.ts') ?? '';
    expect(mapping.replaceAll(/\s+/g, ' ')).toContain(
      `address: one(addresses, (row) => row.addressType === 'DC' || row.addressType === '${kind}' ? null : {`,
    );
  },
);

test('an address that leads to a refuge is served to nobody, even if the refuge has a contact person', async () => {
  const mapping = await filesOf(`
    CREATE TABLE lodging (lodging_id INTEGER PRIMARY KEY, title TEXT, kind TEXT, contact_surname TEXT);
    INSERT INTO lodging VALUES (1, 'Hill House', 'Refuge', 'Finch'), (2, 'Park Inn', 'Motel', 'Wren');
    ${addressesOf(['HOME', 'POST']).replace('street TEXT', 'street TEXT, lodging_id INTEGER REFERENCES lodging').replaceAll(" High St'", " High St', 1")}`);
  expect(mapping.get('src/agency.ts')).toContain('row.lodgingId === 1');
});

test.each(['Not confidential', 'Non-silent', 'No longer unsafe'])('an address of kind %s is served', async (kind) => {
  const mapping = (await filesOf(addressesOf(['HOME', 'POST', kind]))).get('src/agency.ts') ?? '';
  expect(mapping.replaceAll(/\s+/g, ' ')).toContain(
    "address: one(addresses, (row) => row.addressType === 'DC' ? null : {",
  );
});

test('a silent address hides the address and not the person, and an unsafe number is not served', async () => {
  const mapping = (await filesOf(mixed())).get('src/agency.ts')?.replaceAll(/\s+(\/\/)?\s*/g, ' ') ?? '';
  expect(mapping).toContain('db.persons.findMany({ where: { persNo: { in: ints(numbers) } }, })');
  expect(mapping).toContain("address: one(people, (row) => row.silentAddrYn !== 'N' ? null : {");
  expect(mapping).toContain('line: emptyAsNull(row.addr1)');
  expect(mapping).toContain("phone: row.phoneSafeYn !== 'Y' ? null : emptyAsNull(row.phoneMob)");
  expect(mapping).toContain(
    'CONFIRM: no number is told unless phone_safe_yn is Y. Empty or unknown is not known to be safe.',
  );
  expect(mapping).toContain(
    "silent: manyIn(people, (row) => [ ...(row.silentAddrYn !== 'N' ? [{ line: emptyAsNull(row.addr1) }] : []), ...(row.phoneSafeYn !== 'Y' ? [{ phone: emptyAsNull(row.phoneMob) }] : []), ]),",
  );
  expect(mapping).not.toContain('row.deathDt');
});

test.each([
  ['itself', '', 'Refuge'],
  [
    'in a list',
    "CREATE TABLE address_kind (kind_cd TEXT PRIMARY KEY, label TEXT); INSERT INTO address_kind VALUES ('RES', 'Home'), ('R2', 'Refuge or safe house');",
    'R2',
  ],
])(
  'an address in a table beside the people that is silent, or a refuge’s by a kind that says so %s, is served to nobody and looked for in notes',
  async (_where, kinds, code) => {
    const files = await filesOf(housed(kinds));
    const mapping = files.get('src/agency.ts')?.replaceAll(/\s+(\/\/)?\s*/g, ' ') ?? '';
    const kept = `row.silent !== 'N' || row.kindCd === '${code}'`;
    expect(mapping).toContain(`address: one(addressNow, (row) => ${kept} ? null : {`);
    expect(mapping).toContain(
      `silent: together( manyIn(addresses, (row) => [ ...(${kept} ? [{ line: emptyAsNull(row.street) }] : []), ]), manyIn(people, (row) => [ ...(row.phoneSafeYn !== 'Y' ? [{ phone:`,
    );
    // Linkage uses a silent address too, because it is only sent encoded.
    expect(files.get('src/linkage.ts')).not.toContain("silent: 'N'");
  },
);

test('a silent address that a flag marks as no longer current is looked for in notes, too', async () => {
  const flagged = housed('')
    .replace('deleted_at TEXT', 'is_current BOOLEAN NOT NULL')
    .replaceAll("'', NULL)", "'', 1)");
  const mapping = (await filesOf(flagged)).get('src/agency.ts')?.replaceAll(/\s+(\/\/)?\s*/g, ' ') ?? '';
  expect(mapping).toContain(
    'const addresses = table({ rows: (numbers) => db.clientAddress.findMany({ where: { isCurrent: true, clientId:',
  );
  expect(mapping).toContain(
    'const everAddresses = table({ rows: (numbers) => db.clientAddress.findMany({ where: { clientId:',
  );
  expect(mapping).toContain("silent: together( manyIn(everAddresses, (row) => [ ...(row.silent !== 'N'");
});

test('a number is served only where its column says that it is safe, and not where nobody asked, however that is written', async () => {
  const safe = (n: number) => ['Yes', 'No', 'Unknown', 'N/A', '-'][n % 5];
  const mapping = await filesOf(`
    CREATE TABLE client (client_id INTEGER PRIMARY KEY, first_name TEXT, surname TEXT, dob DATE, mobile TEXT, safe_to_call TEXT);
    INSERT INTO client VALUES ${Array.from({ length: 24 }, (_, n) => `(${n + 1}, 'Ada', 'Moss', '1980-02-03', '0491 570 ${100 + n}', '${safe(n)}')`).join(', ')};`);
  expect(mapping.get('src/agency.ts')).toContain("phone: row.safeToCall !== 'Yes' ? null : emptyAsNull(row.mobile)");
});

test.each([
  ['contact_no', 'INTEGER', ['0', '1'], null],
  ['phone_no_safe', 'TEXT', ["'Y'", "'N'"], "row.phoneNoSafe !== 'Y'"],
  ['contact_no', 'TEXT', ["'Y'", "'N'"], "row.contactNo !== 'N'"],
  ['do_not_call', 'TEXT', ["'Y'", 'NULL'], 'row.doNotCall !== null'],
  ['do_not_call', 'TEXT', ["'Y'", 'NULL', "''"], "(row.doNotCall ?? '') !== ''"],
  ['do_not_call', 'TEXT', ['NULL'], 'row.doNotCall !== null'],
  ['do_not_call', 'TEXT', ["'Y'", "'?'", 'NULL'], 'row.doNotCall !== null'],
  ['safe_to_call', 'TEXT', ["'N'", 'NULL'], "row.safeToCall !== 'Y'"],
  ['safe_to_call', 'TEXT', ["'N'", "'?'"], "row.safeToCall !== 'Y'"],
  ['safe_to_call', 'TEXT', ["'SAFE'", "'ASK'"], "row.safeToCall !== 'SAFE'"],
  ['safe_to_call', 'TEXT', ["'A1'", "'A2'"], "row.safeToCall !== 'Y'"],
  ['safe_to_call', 'INTEGER', ['1', '2', '3'], 'row.safeToCall !== 1'],
] as const)(
  'whether %s (%s: %j) keeps a number back is decided by its name and its values',
  async (name, type, values, test) => {
    const rows = Array.from(
      { length: 12 },
      (_, n) => `(${n}, 'Ada', 'Moss', '0491 570 ${100 + n}', ${values[n % values.length]})`,
    );
    const mapping = await filesOf(`
    CREATE TABLE client (client_id INTEGER PRIMARY KEY, first_name TEXT, surname TEXT, mobile TEXT, ${name} ${type});
    INSERT INTO client VALUES ${rows.join(', ')};`);
    const written = mapping.get('src/agency.ts')?.replaceAll(/\s+(\/\/)?\s*/g, ' ') ?? '';
    expect(written).toContain(
      test ? `phone: ${test} ? null : emptyAsNull(row.mobile)` : 'phone: emptyAsNull(row.mobile)',
    );
    const why = 'contact_no is taken for a number, not for a refusal, by its name and because it holds 0 and 1.';
    expect(written.includes(why)).toBe(test === null);
  },
);

test('a column that says in words of its own what is silent keeps back the address and the number, unless it is empty', async () => {
  const marks = ["''", "'ADDR'", "'ADDR,PH'", "''"];
  const rows = marks.map((mark, n) => `(${n}, 'Ada', 'Moss', '${n} Fern Street', 'Kew', '0491 570 10${n}', ${mark})`);
  const mapping = await filesOf(`
    CREATE TABLE client (client_id INTEGER PRIMARY KEY, first_name TEXT, surname TEXT, address TEXT, suburb TEXT, mobile TEXT, silent TEXT);
    INSERT INTO client VALUES ${rows.join(', ')};`);
  const written = mapping.get('src/agency.ts')?.replaceAll(/\s+/g, ' ') ?? '';
  expect(mapping.get('MAPPING.md')).toContain('| silent | mark of what is kept back | 60 % |');
  for (const section of ['address', 'contact'])
    expect(written).toContain(`${section}: one(people, (row) => (row.silent ?? '') !== '' ? null : {`);
});

test.each([
  ['only yes', ["'Y'"], "row.silentAddr !== 'N'", 'TEXT'],
  ['yes and unknown', ["'Y'", "'?'", 'NULL'], 'row.silentAddr !== null', 'TEXT'],
  ['a level', ['0', '1', '2', '3', '4'], 'row.silentAddr !== 0', 'INTEGER'],
  ['unknown for one of few people', ["'Y'", "'N'", "'?'", "'N'", "'N'"], "row.silentAddr !== 'N'", 'TEXT'],
] as const)(
  'where a column of silent addresses says %s, what is not clearly told is kept back',
  async (_, values, test, type) => {
    const all = type === 'TEXT' ? values : Array.from({ length: 6 }, () => values).flat();
    const rows = all.map((value, n) => `(${n}, 'Ada', 'Moss', '${n} Fern Street', 'Kew', ${value})`);
    const mapping = await filesOf(`
    CREATE TABLE client (client_id INTEGER PRIMARY KEY, first_name TEXT, surname TEXT, address TEXT, suburb TEXT, silent_addr ${type});
    INSERT INTO client VALUES ${rows.join(', ')};`);
    expect(mapping.get('src/agency.ts')?.replaceAll(/\s+/g, ' ')).toContain(
      `address: one(people, (row) => ${test} ? null : {`,
    );
  },
);

test('a number or an address is served to nobody where a column of the people marks it as unsafe or a refuge’s', async () => {
  const of = (n: number, ...codes: readonly string[]) => codes[n % codes.length];
  const mapping = await filesOf(`
    CREATE TABLE client (client_id INTEGER PRIMARY KEY, first_name TEXT, surname TEXT, dob DATE, address TEXT, address_type TEXT, mobile TEXT, phone_status TEXT, housing_status TEXT);
    INSERT INTO client VALUES ${Array.from({ length: 24 }, (_, n) => `(${n + 1}, 'Ada', 'Moss', '1980-02-03', '${n} Fern Street', '${of(n, 'HOME', 'REFUGE', 'OTHER')}', '0491 570 ${100 + n}', '${of(n, 'OK', 'UNSAFE', 'UNKNOWN')}', '${of(n, 'RENTING', 'REFUGE')}')`).join(', ')};`);
  const written = mapping.get('src/agency.ts')?.replaceAll(/\s+/g, ' ') ?? '';
  expect(written).toContain("contact: one(people, (row) => row.phoneStatus !== 'OK' ? null : {");
  expect(written).toContain("address: one(people, (row) => row.addressType === 'REFUGE' ? null : {");
  expect(written).toContain("...(row.phoneStatus !== 'OK' ? [{ phone: emptyAsNull(row.mobile) }] : [])");
  expect(written).toContain("...(row.addressType === 'REFUGE' ? [{ line: emptyAsNull(row.address) }] : [])");
  expect(written).not.toContain("housingStatus === 'REFUGE'");
});

test.each([
  ['is silent', 'silent TEXT', "'N' 'N' 'Y' 'N'", "one.silent === 'N'", "one.silent !== 'N'"],
  [
    'nobody is to call',
    'do_not_contact TEXT',
    "'N' 'N' 'Y' 'N'",
    "one.doNotContact === 'N'",
    "one.doNotContact !== 'N'",
  ],
  ['is not safe to call', 'safe_to_call TEXT', "'Y' 'Y' 'N' 'Y'", "one.safeToCall === 'Y'", "one.safeToCall !== 'Y'"],
  ['is not safe', 'is_safe TEXT', "'Y' 'Y' 'N' 'Y'", "one.isSafe === 'Y'", "one.isSafe !== 'Y'"],
  ['has such a status', 'status TEXT', "'OK' 'OK' 'UNSAFE' 'OK'", "one.status === 'OK'", "one.status !== 'OK'"],
])(
  'in a table with one way per row, what %s is served to nobody and looked for in notes',
  async (_, marks, values, not, is) => {
    const mapping =
      (await filesOf(reached(marks, values))).get('src/agency.ts')?.replaceAll(/\s+(\/\/)?\s*/g, ' ') ?? '';
    expect(mapping).toContain('rows: (keys) => db.clientContact.findMany({ where: { clientId: { in: keys } } }),');
    expect(mapping).toMatch(
      new RegExp(`phone: emptyAsNull\\( ?points.find\\( ?\\(one\\) => one.contactType === 'MOB' && ${not},? ?\\)`),
    );
    expect(mapping).toContain(
      `silent: manyIn(peopleAndContacts, ([, points]) => points.flatMap((one) => [ ...(${is} ? [{ phone: emptyAsNull(one.contactValue), email: emptyAsNull(one.contactValue) }] : []), ]), ),`,
    );
  },
);

test('a silent number that a flag marks as no longer current is looked for in notes, too, and is nobody’s telephone', async () => {
  const marks = reached('silent TEXT, is_current TEXT', "'N' 'N' 'Y' 'N'|'Y' 'N' 'N' 'Y'");
  const byKind = (await filesOf(marks)).get('src/agency.ts')?.replaceAll(/\s+(\/\/)?\s*/g, ' ') ?? '';
  expect(byKind).toContain("{ isCurrent: { not: 'N' } }");
  expect(byKind).toContain('contact: one(peopleAndContacts, ');
  expect(byKind).toContain('silent: manyIn(peopleAndEverContacts, ');
  expect(byKind.match(/const peopleAndEverContacts = .*?\}\);/)?.[0]).toContain('where: { clientId: { in: keys } }');
  const inColumns = marks.replace('contact_type TEXT, contact_value', 'kind TEXT, phone');
  const mapping = (await filesOf(inColumns)).get('src/agency.ts')?.replaceAll(/\s+(\/\/)?\s*/g, ' ') ?? '';
  expect(mapping).toContain('silent: manyIn(everContacts, ');
});

/** People with a number and an address of their own, and tables with more of them. */
const reachedTwice = (marks: readonly [contact: string, address: string]): string => {
  const numbers = Array.from({ length: 24 }, (_, n) => n + 1);
  const yesNo = (n: number) => (n % 3 ? "'Y'" : "'N'");
  return `
    CREATE TABLE client (client_id INTEGER PRIMARY KEY, first_name TEXT, surname TEXT, dob DATE, mobile TEXT, address TEXT, suburb TEXT, silent_addr TEXT);
    CREATE TABLE client_phone (phone_id INTEGER PRIMARY KEY, client_id INTEGER REFERENCES client, phone_no TEXT, ${marks[0]} TEXT);
    CREATE TABLE client_address_history (row_id INTEGER PRIMARY KEY, client_id INTEGER REFERENCES client, street TEXT, suburb TEXT, ${marks[1]} TEXT);
    INSERT INTO client VALUES ${numbers.map((n) => `(${n}, 'Ada', 'Moss', '1980-02-03', '0491 570 ${100 + n}', '${n} High St', 'Kew', ${yesNo(n)})`).join(', ')};
    INSERT INTO client_phone VALUES ${numbers.map((n) => `(${n}, ${n}, '${n === 1 ? 'ada@mail.example' : `0491 571 ${100 + n}`}', ${yesNo(n)})`).join(', ')};
    INSERT INTO client_address_history VALUES ${numbers.map((n) => `(${n}, ${n}, '${n} Low St', 'Kew', ${yesNo(n)})`).join(', ')};`;
};

test('where people have a number and an address of their own, marked ones in further tables are looked for in notes all the same', async () => {
  const files = await filesOf(reachedTwice(['safe_to_call', 'silent']));
  const mapping = files.get('src/agency.ts')?.replaceAll(/\s+(\/\/)?\s*/g, ' ') ?? '';
  for (const part of [
    'phone: emptyAsNull(row.mobile)',
    'silent: together( manyIn(people, (row) => [',
    "manyIn(furtherAddresses, (row) => [ ...(row.silent !== 'N' ? [{ line: emptyAsNull(row.street) }] : []), ]),",
    "manyIn(furtherContacts, (row) => [ ...(row.safeToCall !== 'Y' ? [{ phone: emptyAsNull(row.phoneNo), email: emptyAsNull(row.phoneNo) }] : []), ]), ),",
  ])
    expect(mapping).toContain(part);
  expect(files.get('MAPPING.md')).toContain(
    'from this table only what is marked as told to nobody is read, for "silent".',
  );
  const unmarked = await filesOf(reachedTwice(['listed', 'checked']));
  expect(unmarked.get('src/agency.ts')).not.toContain('further');
  expect(unmarked.get('MAPPING.md')).toContain('| client_phone | phone_id, client_id, phone_no, listed |');
});
