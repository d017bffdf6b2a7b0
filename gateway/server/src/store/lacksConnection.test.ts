import { GraphQLError } from 'graphql';
import { ChangeUnknown } from './ChangeUnknown.ts';
import { lacksConnection, lostConnection } from './lacksConnection.ts';

const coded = (code: string, more: object = {}) => Object.assign(new Error('It failed.'), { code }, more);
/** A failure of Prisma's, made from what its adapter made of the driver's error. */
const prismas = (cause: object) =>
  coded('P2010', { meta: { driverAdapterError: Object.assign(new Error(), { cause }) } });
const wrapped = (originalError: Error) => new GraphQLError('It failed.', { originalError });

test.each([
  ['is refused', coded('ECONNREFUSED'), false],
  ['is refused under each of its addresses', Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }), false],
  ['has no session left', coded('53300'), false],
  ['has no session left, as Prisma tells it', prismas({ kind: 'TooManyConnections' }), false],
  ['is not reached, as Prisma tells it', prismas({ kind: 'DatabaseNotReachable' }), false],
  ['is starting', coded('57P03'), false],
  ['waits too long for one of our own', new Error('timeout exceeded when trying to connect'), false],
  ['is ended by an administrator', coded('57P01'), true],
  ['is ended by an administrator, as Prisma tells it', prismas({ kind: 'postgres', originalCode: '57P01' }), true],
  ['is ended by a pooler', coded('08P01'), true],
  ['is ended by a pooler, as Prisma tells it', prismas({ kind: 'postgres', originalCode: '08P01' }), true],
  ['is reset', coded('ECONNRESET'), true],
  ['is closed', new Error('Connection terminated unexpectedly'), true],
])('a connection that %s is recognised as lost or missing, even wrapped by GraphQL', (_what, error, lost) => {
  expect([lacksConnection(error), lostConnection(error)]).toEqual([true, lost]);
  expect([lacksConnection(wrapped(error)), lostConnection(wrapped(error))]).toEqual([true, lost]);
});

test.each([
  ['a fetch of something else that was refused', new TypeError('fetch failed', { cause: coded('ECONNREFUSED') })],
  ['a change of which it is not known whether it was made', new ChangeUnknown(coded('57P01'))],
  ['a table that is not there', coded('42P01')],
  ['what Prisma says of a table that is not there', prismas({ kind: 'TableDoesNotExist', originalCode: '42P01' })],
  ['no error at all', undefined],
])('%s is not', (_what, error) => {
  expect([lacksConnection(error), lostConnection(error)]).toEqual([false, false]);
});
