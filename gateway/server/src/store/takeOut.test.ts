import { array, assert, asyncProperty, boolean, constantFrom, record as shapeOf } from 'fast-check';
import { type TestPostgres, testPostgres } from '../postgres/testPostgres.ts';
import { someConsent, type TestStore, testStore } from './testStore.ts';

// Whatever files are joined and parted, in any order: what a person said goes with their record, and their id leads to where it is.
// Otherwise one person's yes would open another's record, and whoever signs in would read another's file.

let postgres: TestPostgres;
let t: TestStore;
beforeAll(async () => {
  postgres = await testPostgres();
  t = await testStore(postgres);
});
afterAll(async () => {
  await t.close();
  await postgres.stop();
});

const everybody = ['a', 'b', 'c', 'd', 'e'] as const;
let world = 0;

/** Makes people who each have one record and have said one thing. @returns a function from name to id. */
async function newPeople(): Promise<(name: string) => string> {
  world += 1;
  const id = (name: string): string => `${name}-${world}`;
  const at = new Date();
  await t.store.links.putBatch({
    ...{ agencyId: 'north', at },
    records: everybody.map((name) => ({
      ...{ number: id(name), handle: `h-${id(name)}`, slk: null, dobAccuracy: null, worker: null, open: true },
    })),
  });
  await t.store.links.link(
    everybody.map((name) => ({
      ...{ handle: `h-${id(name)}`, clientId: id(name), kind: 'CONFIRMED' as const },
      ...{ decidedBy: 'test', reason: 'test', at },
    })),
  );
  await t.store.consents.recordMany(everybody.map((name) => someConsent(`c-${id(name)}`, id(name))));
  return id;
}

const step = shapeOf({
  one: constantFrom(...everybody),
  other: constantFrom(...everybody),
  joins: boolean(),
  than: boolean(),
});

test('what a person said goes with their record, and their id leads there', async () => {
  await assert(
    asyncProperty(array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
      const id = await newPeople();
      for (const { one, other, joins, than } of steps) {
        const word = { by: 'test', reason: 'test', at: new Date() };
        const [from, into] = [await t.store.clients.survivorOf(id(one)), await t.store.clients.survivorOf(id(other))];
        if (joins) await t.store.links.merge({ from, into }, word);
        else {
          const parted = await t.store.links.separate(`h-${id(one)}`, word, than ? `h-${id(other)}` : undefined);
          if (parted && than)
            expect(await t.store.clients.survivorOf(id(one))).not.toBe(await t.store.clients.survivorOf(id(other)));
          // So that they can be joined again.
          await t.sql('DELETE FROM link_pair');
        }
        const rows = await t.sql(
          `SELECT record.number AS person, record.client_id = consent.client_id AS "withIt",
             record.client_id = COALESCE(client.merged_into, client.id) AS "leadsThere"
           FROM record JOIN consent ON consent.id = 'c-' || record.number JOIN client ON client.id = record.number
           WHERE record.number LIKE '%-${world}'`,
        );
        expect(rows).toHaveLength(everybody.length);
        expect(rows).toEqual(rows.map(({ person }) => ({ person, withIt: true, leadsThere: true })));
      }
    }),
    { numRuns: 100 },
  );
});
