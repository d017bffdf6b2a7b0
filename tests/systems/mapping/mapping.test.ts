import { categoryCodes } from '@accord/contract/vocabulary';
import { verifyMapping } from '@accord/kit/check/verifyMapping';
import { statementsOf } from '@accord/kit/database/watched';
import { now, servedAgency, stopServed } from '../../../subgraphs/kit/tests/inventedAgency.ts';
import { marlin } from './agency.ts';
import { engines, type OpenMarlin, openMarlin } from './openMarlin.ts';
import { rowsOf } from './rows.ts';

const count = 500;
const { filed } = rowsOf(count);
const numberOf = (n: number, people: 'ADULT' | 'CHILD') =>
  filed[people === 'ADULT' ? n - 1 : count + n - 1]?.number ?? '';

const everything = `id identity { name { given family } dateOfBirth sex language } contact { phone email unsafe }
  address { line suburb } episodes { id programme status start } needs { id about code }
  alerts { id about code status text raisedOn } notes(first: 200) { id about text }`;

describe.each(engines)('a database that nobody here designed, on %s', (engine) => {
  let open: OpenMarlin;
  let ask: Awaited<ReturnType<typeof servedAgency>>['ask'];

  beforeAll(async () => {
    open = await openMarlin(engine, count);
    ({ ask } = await servedAgency(marlin(open.db)));
  });
  afterAll(async () => {
    await stopServed();
    await open.close();
  });
  const told = async (numbers: readonly string[]) => {
    const { body } = await ask(everything, [{ records: numbers, categories: categoryCodes }]);
    expect(body.errors).toBeUndefined();
    return body.data._entities;
  };

  test('an adult is identified by site and number, over hops, histories, attributes, JSON and a view', async () => {
    const number = numberOf(2, 'ADULT');
    expect(number).toBe('ADULT/EA~1ST/2');
    expect(await told([number])).toEqual([
      {
        id: number,
        identity: {
          name: { given: 'Ada2', family: 'Moss' },
          ...{ dateOfBirth: '1980-02-03', sex: 'FEMALE', language: 'Vietnamese' },
        },
        contact: { phone: '0491 570 006', email: null, unsafe: [] },
        address: { line: '2 Example Street', suburb: 'Kew' },
        episodes: [
          { id: 'ADULT/C-ALL', programme: 'Casework', status: 'ACTIVE', start: '2026-11-22' },
          { id: 'ADULT/C2', programme: 'Casework, Bo Finch', status: 'FINISHED', start: '2025-02-03' },
        ],
        needs: [{ id: 'ADULT/3', about: ['HOUSING'], code: '3' }],
        alerts: [
          {
            ...{ id: 'ADULT/1', about: ['FV_RISK'], code: 'FAMILY_VIOLENCE_EXPERIENCING', status: 'ACTIVE' },
            ...{ text: 'as it stands', raisedOn: '2026-11-23' },
          },
        ],
        notes: [{ id: 'ADULT/2', about: ['HEALTH', 'HOUSING'], text: 'A call.' }],
      },
    ]);
  });

  test('a child is identified by UUID, and what the table lacks is null', async () => {
    const [child] = await told([numberOf(2, 'CHILD')]);
    expect(child.identity).toEqual({
      name: { given: 'Bo2', family: 'Moss' },
      ...{ dateOfBirth: '2015-01-01', sex: null, language: null },
    });
    expect(child.alerts).toHaveLength(1);
    expect(child.notes).toBeNull();
  });

  test('if hardly anything is on file, or it cannot be read, the rest of the record is still there', async () => {
    const [adult] = await told([numberOf(1, 'ADULT')]);
    expect(adult).toEqual({
      id: numberOf(1, 'ADULT'),
      identity: {
        name: { given: 'Ada1', family: 'Moss' },
        ...{ dateOfBirth: null, sex: 'NOT_STATED', language: null },
      },
      contact: { phone: null, email: null, unsafe: [] },
      address: null,
      ...{ episodes: [], needs: [], alerts: [], notes: [] },
    });
  });

  test('a deleted row, another spelling and a number of another table are nobody', async () => {
    const nobody = [
      `ADULT/WEST/${count + 1}`,
      'ADULT/EA/ST/2',
      'ADULT/EA~1ST/02',
      'EA~1ST/2',
      'CHILD/EA~1ST/2',
      'ADULT/EA~1ST',
    ];
    const records = await told([...nobody, numberOf(2, 'CHILD').toUpperCase()]);
    for (const { id: _id, ...rest } of records) expect(new Set(Object.values(rest))).toEqual(new Set([null]));
  });

  test('one record, ten and five hundred take the same number of statements', async () => {
    const taken = async (numbers: readonly string[]) => (await statementsOf(() => told(numbers))).heard.length;
    for (const people of ['ADULT', 'CHILD'] as const) {
      const numbers = filed.map(({ number }) => number).filter((number) => number.startsWith(people));
      const counts = [];
      for (const many of [1, 10, 500]) counts.push(await taken(numbers.slice(1, 1 + many)));
      expect(new Set(counts).size).toBe(1);
      // People, attributes, addresses, parties, cases, officers, risks, and adults' notes.
      expect(counts[0]).toBe(people === 'ADULT' ? 8 : 7);
    }
  });

  test('every record is announced once, table after table', async () => {
    const { linkage } = marlin(open.db);
    const numbers: string[] = [];
    for (let after: string | null = null; ; after = numbers.at(-1) ?? null) {
      const page = (await linkage?.page(after, 70)) ?? [];
      numbers.push(...page.map(({ number }) => String(number)));
      if (page.length === 0) break;
    }
    expect(new Set(numbers)).toEqual(new Set(filed.map(({ number }) => number)));
    expect(numbers).toHaveLength(2 * count);
    expect(await linkage?.count?.()).toBe(2 * count);
  });

  test('whatever is wrong with a few rows is found, and none of it keeps the agency from serving', async () => {
    const found = await verifyMapping(marlin(open.db), { db: open.db, sample: filed.map(({ number }) => number), now });
    expect(found.map(({ level, sentence }) => `${level} ${sentence}`)).toEqual([
      'FAULT identity: 1 row has JSON that cannot be read in column "INFO" of model Adult. It is told as if nothing were there.',
      'HINT identity: 250 rows have a code that is not in the map ("?") in column "SEX_CD" of model Adult. Such a code becomes `rest`. Add it to the map if it means something.',
    ]);
  });
});
