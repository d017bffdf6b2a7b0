import { purposesOf } from '@accord/contract/roles';
import type { PurposeCode } from '@accord/contract/vocabulary';
import type { FastifyInstance } from 'fastify';
import type { JWK } from 'jose';
import type { Operation } from '../http/operations.ts';
import { mintToken, type TokenHolder } from './localIssuer.ts';

/** A person to be in the demonstration. */
export type DemonstrationPerson = TokenHolder & Readonly<{ id: string; agencyName: string; purpose: PurposeCode }>;

/** What the demonstration serves besides the graph. */
export type Demonstration = Readonly<{
  issuer: string;
  key: JWK;
  people: readonly DemonstrationPerson[];
  operations: readonly Operation[];
}>;

/** Serves the people to choose from, each with a fresh token, and the example operations. For demonstrations only. */
export function servePeople(
  http: FastifyInstance,
  { issuer, key, people, operations }: Demonstration,
  clock: () => Date,
): void {
  http.get('/demonstration/people', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return Promise.all(
      people.map(async (person) => {
        const { id, name, role, agency, agencyName, purpose } = person;
        const token = await mintToken(person, issuer, key, clock());
        return { id, name, role, agency, agencyName, purpose, purposes: purposesOf(role), token };
      }),
    );
  });
  http.get('/demonstration/operations', async () => operations);
}
