import { issuerAt, mintToken } from '@accord/server/demonstration/localIssuer';
import type { JWK } from 'jose';
import { demoPeople, featuredClient } from './demoPeople.ts';

/** How many people the greeting names. */
const printed = 3;

/** The first query to paste. */
const firstQuery = `{ client(id: "${featuredClient}") {
    name { given family }
    involvement { programme worker { name phone } record { agency { name } } }
    alerts { nodes { label alert { severity text } record { agency { name } } } }
    withheld { category }
} }`;

/** The text printed once everything runs: where to go, whom to sign in as, what to ask. */
export async function greeting(url: string, issuerKey: JWK, now: Date): Promise<string> {
  const people = await Promise.all(
    demoPeople.slice(0, printed).map(async (person) => {
      const token = await mintToken(person, issuerAt(url), issuerKey, now);
      return [
        `  ${person.name}, ${person.role.toLowerCase()} at ${person.agencyName}`,
        `    purpose  ${person.purpose}`,
        `    token    ${token}`,
      ].join('\n');
    }),
  );
  return `
Accord is running.

  Open         ${url}   (choose who to be; each person sees different things)
  Ask          ${url}/graphiql   (write your own queries; examples included)
  Endpoint     ${url}/graphql   (headers: authorization: Bearer <token>, x-accord-purpose: <purpose>)

People to sign in as (all invented; for others: "npx accord token --as <${demoPeople.map(({ id }) => id).join('|')}>")

${people.join('\n\n')}

A first query

  ${firstQuery.replaceAll('\n', '\n  ')}

The same query from a terminal, as Mara

  curl -s ${url}/graphql -H 'content-type: application/json' -H 'x-accord-purpose: SERVICE_COORDINATION' \\
    -H "authorization: Bearer $(npx accord token --as mara)" \\
    -d '{"documentId":"client-view","variables":{"client":"${featuredClient}"}}'

What else you can do

  See what was disclosed   npx accord ledger list
  Stop                     Ctrl-C (the data are kept)
  Delete the data          npm run demo:reset
`;
}
