import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testProgram } from '@accord/cli/testProgram';
import { holdBack } from './evaluate/holdBack.ts';

// The program, as its user runs it, on small files in which every figure can be counted by hand. `tests/linkage/evaluate.test.ts`
// runs it in a process of its own.

const kept = testProgram();
const folder = mkdtempSync(join(tmpdir(), 'accord-evaluate-'));
afterAll(() => {
  kept.stop();
  rmSync(folder, { recursive: true });
});

type Said = Readonly<{ code: number; out: string; err: string }>;

async function accord(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...words: readonly string[]
): Promise<Said> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { code, stdout, stderr } = await kept.run(['link', 'evaluate', ...words], { env, cwd: folder });
  return { code, out: stdout, err: stderr.trim() };
}

const two = ['--a', 'a.csv', '--b', 'b.csv', '--truth', 't.csv'];
const header = 'id,given_name,family_name,date_of_birth,sex,suburb,postcode';
const a = `${header}
1,Margaret,Robertson,1961-04-23,F,Footscray,3011
2,Dimitrios,Papadakis,1974-11-02,M,Oakleigh,3166
3,Aroha,Ngata,1990-07-30,F,Dandenong,3175
4,Nobody,Else,2001-01-31,M,Berwick,3806
`;
// The first is unchanged; the second has a completely different date; the third has another name and date, so that nothing
// finds her.
const b = `\uFEFFpostcode,SUBURB,note,sex,"date_of_birth",family_name,given_name,id\r
3011,Footscray,,2,19610423,Robertson,Margaret,x\r
3166,Oakleigh,"a ""quoted"", long\r
note",1,31/12/1974,Papadakis,Dimitrios,"y,1"\r
\r
,,,9,1958-02-11,Quell,Ottilie,z\r
`;
const truth = 'b,a\nx,1\n"y,1",2\nz,3\n';

test('the figures are those one counts by hand', async () => {
  const { code, out, err } = await accord({ 'a.csv': a, 'b.csv': b, 't.csv': truth }, ...two, '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    pairs: { true: 3, compared: 12 },
    bands: {
      automatic: { pairs: 1, true: 1 },
      review: { pairs: 1, true: 1 },
      different: { pairs: 10, true: 1 },
    },
    automatic: { found: 1, missed: 2, wrong: 0, precision: 1, recall: 1 / 3, f1: 0.5 },
    automaticAndReview: { found: 2, missed: 1, wrong: 0, precision: 1, recall: 2 / 3, f1: 0.8 },
    thresholds: expect.objectContaining({ automatic: expect.any(Number), review: expect.any(Number) }),
    a: { records: 4, unread: { dates: 0, sexes: 0 } },
    b: { records: 3, unread: { dates: 1, sexes: 0 } },
  });
});

test('a link that is none counts as wrong, and a review that is none costs no precision', async () => {
  const { out } = await accord({ 'a.csv': a, 'b.csv': b, 't.csv': 'a,b\n4,z\n' }, ...two, '--json');
  expect(JSON.parse(out)).toMatchObject({
    automatic: { found: 0, missed: 1, wrong: 1, precision: 0, recall: 0, f1: 0 },
    automaticAndReview: { found: 0, missed: 1, wrong: 1, precision: 0, recall: 0, f1: 0 },
  });
});

test('what stands for a name or a day that is not known is compared as an agency announces it: as nothing', async () => {
  const people = 'n,Unknown,Brook,1990-02-03,F,Berwick,3806\nj,Amina,Ali,1990-01-01,F,Berwick,3806\n';
  const { out } = await accord(
    { 'a.csv': `${header}\n${people}`, 'b.csv': `${header}\n${people}`, 't.csv': 'a,b' },
    ...two,
    '--json',
  );
  expect(JSON.parse(out).bands).toMatchObject({ automatic: { pairs: 0 }, review: { pairs: 2 } });
});

test('for people it says the same, and how many dates were none', async () => {
  const { out } = await accord({ 'a.csv': a, 'b.csv': b, 't.csv': truth }, ...two);
  expect(out).toContain('b.csv: column date_of_birth: 1 value is not a date');
  expect(out).toMatch(/linked without asking\s+1\.0000\s+0\.3333\s+0\.5000\s+1\s+2\s+0\n/);
  expect(out).toMatch(/with review decided by the truth\s+1\.0000\s+0\.6667\s+0\.8000\s+2\s+1\s+0\n/);
});

test('in one extract duplicates are found, each pair once, and what follows from the truth is true', async () => {
  const again = `${a}5,Margret,Robertson,1961-04-23,F,Footscray,3011\n6,Margaret,Robertson,19610423,F,,\n`;
  const { out } = await accord(
    { 'a.csv': again, 't.csv': 'a,b\n1,5\n6,1\n5,1\n' },
    ...['--a', 'a.csv', '--truth', 't.csv', '--json'],
  );
  expect(JSON.parse(out)).toMatchObject({
    pairs: { true: 3, compared: 15 },
    automaticAndReview: { found: 3, missed: 0, wrong: 0 },
    b: null,
  });
});

test('extracts without records, and a truth without pairs, have figures without shares', async () => {
  const { out } = await accord({ 'a.csv': header, 'b.csv': header, 't.csv': 'a,b' }, ...two, '--json');
  expect(JSON.parse(out)).toMatchObject({
    pairs: { true: 0, compared: 0 },
    automatic: { found: 0, missed: 0, wrong: 0, precision: null, recall: null, f1: null },
  });
});

test('with the secret of a file the same comes out each time', async () => {
  const files = { 'a.csv': a, 'b.csv': b, 't.csv': truth, secret: Buffer.alloc(32, 7).toString('base64url') };
  const [one, other] = [
    await accord(files, ...two, '--secret-file', 'secret', '--json'),
    await accord(files, ...two, '--secret-file', 'secret', '--json'),
  ];
  expect(one.code).toBe(0);
  expect(other).toEqual(one);
});

const row = (text: string) => `${header}\n${text}\n`;
const faults: readonly [string, Readonly<Record<string, string | Uint8Array>>, string][] = [
  [
    'a missing column',
    { 'a.csv': a.replace('sex', 'gender') },
    `a.csv: line 1: no column sex; expected a header with ${header}.`,
  ],
  [
    'a file without a header',
    { 'a.csv': '1,Margaret,Robertson,1961-04-23,F,Footscray,3011\n' },
    `a.csv: line 1: no column ${header.replaceAll(',', ', ')}; expected a header with ${header}.`,
  ],
  ['an empty file', { 'a.csv': '\n' }, `a.csv: is empty; expected a header: ${header}.`],
  [
    'a column that stands twice',
    { 'a.csv': `sex,${a}` },
    'a.csv: line 1, column sex: appears twice in the header; expected once.',
  ],
  [
    'a row that is too short',
    { 'a.csv': row('7,Margaret') },
    'a.csv: line 2: has 2 columns; expected 7, as the header has.',
  ],
  [
    'a record without an id',
    { 'a.csv': row('1,Ann,"Smi\r\nth",,,,\r\n\r\n ,Margaret,,,,,') },
    'a.csv: line 5, column id: is empty; expected the id of a record.',
  ],
  [
    'an id that stands twice',
    { 'a.csv': row('s7,Ann,,,,,\ns8,Joe,,,,,\ns7,Margaret,,,,,') },
    'a.csv: line 4, column id: repeats the id of line 2; expected each id once.',
  ],
  [
    'a quote that is not closed',
    { 'a.csv': row('1,"Margaret,,,,,') },
    'a.csv: line 2: a quotation mark is out of place; expected CSV, with quotation marks inside quotes doubled.',
  ],
  [
    'a file that is not UTF-8',
    { 'a.csv': Buffer.from(row('1,Zo\u00EB,,,,,'), 'latin1') },
    'a.csv: is not UTF-8; expected CSV saved as UTF-8.',
  ],
  [
    'an unknown id in the truth',
    { 't.csv': 'a,b\n1,x\n2,Margaret\n' },
    't.csv: line 3, column b: expected the id of a record of b.csv.',
  ],
  ['a truth without its columns', { 't.csv': '1,x\n' }, 't.csv: line 1: no column a, b; expected a header with a,b.'],
  [
    'an accuracy that cannot be read',
    { 'a.csv': `${header},dob_accuracy\n1,Margaret,,1990-01-01,,,,E\n` },
    'a.csv: line 2, column dob_accuracy: expected A, E or U for each of day, month and year, as in EEA.',
  ],
];

test.each(faults)('%s is named by file, line and column, and nobody is', async (_fault, files, said) => {
  const { code, out, err } = await accord({ 'a.csv': a, 'b.csv': b, 't.csv': truth, ...files }, ...two);
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: said });
});

test('a record paired with itself, a secret that is short and a file that is not there are refused', async () => {
  const one = ['--a', 'a.csv', '--truth', 't.csv'];
  expect(await accord({ 'a.csv': a, 't.csv': 'a,b\n1,1\n' }, ...one)).toMatchObject({
    ...{ code: 2, err: 't.csv: line 2: expected two records; they are the same one.' },
  });
  expect(await accord({ short: 'abc\n' }, ...one, '--secret-file', 'short')).toMatchObject({
    ...{ code: 2, err: 'short: has 4 bytes; expected a secret of 16 or more.' },
  });
  expect(await accord({}, '--a', 'none.csv', '--truth', 't.csv')).toMatchObject({
    ...{ code: 2, err: 'none.csv: cannot be read; the file does not exist.' },
  });
});

test('a record is linked with at most one of the other agency; of two about equally alike, with neither', () => {
  const pair = (a: number, b: number, likeness: number) => ({ a, b, likeness, band: 'AUTOMATIC' as const });
  const bands = holdBack([
    pair(1, 1, 0.91),
    pair(1, 2, 0.97), // wins over the one before, and over the next
    pair(3, 2, 0.93),
    pair(4, 5, 0.96), // twins: neither
    pair(4, 6, 0.95),
    pair(3, 9, 0.92), // a pair that its record lost elsewhere does not rule this one out
  ]).map(({ a, b, band }) => `${a}-${b} ${band}`);
  expect(bands).toEqual([
    ...['1-1 REVIEW', '1-2 AUTOMATIC', '3-2 REVIEW', '4-5 REVIEW', '4-6 REVIEW', '3-9 AUTOMATIC'],
  ]);
});
