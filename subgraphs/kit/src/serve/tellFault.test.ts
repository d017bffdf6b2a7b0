import { parseArgs } from 'node:util';
import { InputFault } from '../command/InputFault.ts';
import { ExtractFault } from '../source/csv/ExtractFault.ts';
import { FhirFault } from '../source/fhir/FhirFault.ts';
import { tellFault } from './tellFault.ts';

const thrownBy = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

test.each([
  new InputFault('Set ACCORD_PORT: the port to listen on.'),
  new ExtractFault('clients.csv is empty, without even a header.'),
  new FhirFault('FHIR_TIMED_OUT', 'A search of Patient was not answered in time.'),
])('a fault of the kit is told by its own sentence: %s', async (fault) => {
  expect(await tellFault(fault, {})).toBe(fault.message);
});

test('a flag that is not known is told as it was typed', async () => {
  const error = thrownBy(() => parseArgs({ args: ['--hole'], options: {} }));
  expect(await tellFault(error, {})).toMatch(/Unknown option '--hole'/);
});

test('of what the agency’s own code throws, the kind and the place are told and never its words', async () => {
  const told = await tellFault(new RangeError('Ada Moss has no street'), {});
  expect(told).toMatch(
    /^The program ended with an error in the mapping, or in what it calls: RangeError\. Its text is not shown/,
  );
  expect(told).toMatch(/\n {2}at .*tellFault\.test\.ts/);
  expect(told).not.toMatch(/Ada Moss/);
  expect(await tellFault('Ada Moss', {})).not.toMatch(/Ada Moss/);
});

/** As a Prisma client throws it: what the adapter found is inside. */
const prismas = (cause: object): Error =>
  Object.assign(new Error('\nInvalid `prisma.$queryRawUnsafe()` invocation:\n\n\nRaw query failed. Ada Moss'), {
    ...{ name: 'PrismaClientKnownRequestError', code: 'P2010', clientVersion: '7.10.0' },
    meta: { driverAdapterError: { name: 'DriverAdapterError', cause } },
  });
const env = { DATABASE_URL: 'mysql://reader:secret@127.0.0.1:3306/agency' };
const pool = { kind: 'mysql', originalCode: '45028', code: 45028 };

test.each<readonly [string, object, string]>([
  [
    'a pool that waited for a user who is refused',
    { ...pool, cause: "(conn:10, no: 1045, SQLState: 28000) Access denied for user 'reader'@'127.0.0.1'" },
    '127.0.0.1:3306 refused user "reader". Correct the user or the password. The connection is set in DATABASE_URL.',
  ],
  [
    'a pool that waited for a server that is not there',
    { ...pool, cause: 'connect ECONNREFUSED 127.0.0.1:3306' },
    'No database answers at 127.0.0.1:3306. Start it, or correct the host and port. The connection is set in DATABASE_URL.',
  ],
  [
    'a pool that waited, and does not say why',
    pool,
    '127.0.0.1:3306 did not answer in time. Check the port, and that this machine can reach it. The connection is set in DATABASE_URL.',
  ],
  [
    'a table that the role may not read',
    { kind: 'postgres', originalCode: '42501', originalMessage: 'permission denied for table client' },
    'The role in DATABASE_URL cannot read table "client". Grant it SELECT on that table, or remove the model from prisma/schema.prisma.',
  ],
])('of the database it is said what to do, in the kit’s words: %s', async (_what, cause, said) => {
  expect(await tellFault(prismas(cause), env)).toBe(said);
});

test('of a statement that failed otherwise neither words nor connection are told', async () => {
  const told = await tellFault(prismas({ kind: 'mysql', originalCode: '1064' }), env);
  expect(told).toMatch(/PrismaClientKnownRequestError \(P2010\)/);
  expect(told).not.toMatch(/Ada Moss|secret|invocation/);
});
