import { print } from 'graphql';
import { pino } from 'pino';
import { inventedAgency, keyPair, now } from '../../tests/inventedAgency.ts';
import { defineModule } from '../mapping/defineModule.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { many, one } from '../mapping/section.ts';
import { table } from '../mapping/table.ts';
import { agencySchema, servedDocument } from './agencySchema.ts';
import { createAgency } from './createAgency.ts';

const people = table({ rows: async (numbers) => numbers.map((number) => ({ number })), of: ({ number }) => number });
const sdl = `directive @category(is: CategoryCode!) repeatable on OBJECT | FIELD_DEFINITION
scalar CategoryCode
type AgencyRecord @key(fields: "id") { id: ID! lawyer: Lawyer hearings: [Hearing!] }
type Lawyer @category(is: "LEGAL") { firm: String }
type Hearing @category(is: "LEGAL") { court: String }`;
const fields = {
  lawyer: one(people, () => ({ firm: 'Moss & Co' })),
  hearings: many(people, () => ({ court: 'Magistrates' })),
};
const { mapping } = inventedAgency();
const serving = (changed: Partial<Parameters<typeof defineModule>[0]>): Mapping => ({
  ...mapping,
  ownModules: [defineModule({ name: 'legal', sdl, fields, ...changed })],
});

test('an agency tells its contract, its version and its modules to whoever asks, and nothing about anybody', async () => {
  const { jwk } = await keyPair();
  const http = await createAgency(serving({}), {
    ...{ hubKey: jwk, linkageSecret: new Uint8Array(32), clock: () => now, log: pino({ level: 'silent' }) },
  });
  const { agency, version, modules, sdl: told } = (await http.inject('/contract')).json();
  expect({ agency, version, modules }).toEqual({ agency: 'harbour', version: '1.3', modules: ['housing', 'legal'] });
  expect(told).toBe(print(servedDocument(serving({}))));
  await http.close();
});

test('an agency that is written for an older version serves that one', () => {
  const served = print(servedDocument({ ...mapping, contract: '1.0' }));
  expect(served).not.toContain('pronouns');
  expect(print(servedDocument(mapping))).toContain('pronouns');
});

test('a module without a label is not served', () => {
  expect(() => agencySchema(serving({ sdl: sdl.replace('Lawyer @category(is: "LEGAL")', 'Lawyer') }))).toThrow(
    'AgencyRecord.lawyer has no category',
  );
});

test('a module has a section for each of its fields, and no other', () => {
  expect(() => agencySchema(serving({ fields: { lawyer: fields.lawyer } }))).toThrow(
    'Give one section for each, and no others',
  );
  expect(() => agencySchema(serving({ fields: { ...fields, judge: fields.lawyer } }))).toThrow('no other');
});
