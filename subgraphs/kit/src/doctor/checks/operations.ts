import { broken, type Check, type Examined, holds } from '../Check.ts';
import { inWords } from '../PlayedHub.ts';
import { refused } from './permits.ts';

const entities = '_entities(representations: []) { __typename }';
const onlyEntities =
  'Answer a query with the single root field `_entities` and nothing else, even under a valid permit.';

/** Operations under a good permit that must be refused all the same. */
const refusals: readonly (readonly [Check['id'], string, readonly string[]])[] = [
  ['operations.service', 'its schema (_service)', ['{ _service { sdl } }', '{ _entities: _service { sdl } }']],
  [
    'operations.introspection',
    'introspection',
    [
      '{ __schema { types { name } } }',
      '{ __type(name: "AgencyRecord") { name } }',
      `{ ${entities} __schema { types { name } } }`,
    ],
  ],
  [
    'operations.root',
    'any root field but `_entities`',
    ['{ __typename }', '{ agencies { id } }', `{ ${entities} records { id } }`],
  ],
  ['operations.mutation', 'a mutation or subscription', [`mutation { ${entities} }`, `subscription { ${entities} }`]],
  ['operations.two', 'two operations', [`query A { ${entities} } query B { ${entities} }`]],
  ['operations.aliases', '`_entities` twice under other names', [`{ a: ${entities} b: ${entities} }`]],
  [
    'operations.fragments',
    'the root in a fragment',
    [`{ ...R } fragment R on Query { ${entities} }`, `{ ... { ${entities} } }`],
  ],
];

/** Only `_entities`: nothing to enumerate, to describe or to change. */
export const operationChecks: readonly Check[] = [
  ...refusals.map(
    ([id, what, queries]): Check => ({
      id,
      rule:
        id === 'operations.two'
          ? 'Two operations in one document are refused'
          : `An operation that asks for ${what} is refused`,
      asked: `${what}, under a valid permit`,
      mend: onlyEntities,
      run: (agency) =>
        refusesBodies(
          agency,
          queries.map((query) => JSON.stringify({ query })),
        ),
    }),
  ),
  {
    id: 'operations.batch',
    rule: 'Several operations in one request are refused, unless they come as a bundle',
    asked: 'a list of operations, under a valid permit',
    mend: 'Switch off HTTP batching.',
    run: (agency) =>
      refusesBodies(agency, [JSON.stringify([{ query: `{ ${entities} }` }, { query: `{ ${entities} }` }])]),
  },
  {
    id: 'operations.get',
    rule: 'A question in the URL is refused',
    asked: 'GET /graphql?query=…, under a valid permit',
    mend: 'Answer only POST: URLs end up in logs.',
    async run({ hub }) {
      const heard = await hub.send(async () => ({
        ...{ method: 'GET', path: `/graphql?query=${encodeURIComponent(`{ ${entities} }`)}` },
        headers: { authorization: `Bearer ${await hub.permit('')}`, 'apollo-require-preflight': 'true' },
      }));
      return refused(heard) ? holds('It is.') : broken(`It answered with ${inWords(heard)}.`);
    },
  },
  {
    id: 'operations.suggestions',
    rule: 'A field the contract does not have is refused without a hint',
    asked: 'misspelt fields, under a valid permit',
    mend: 'Switch off suggestions (`hideSchemaDetailsFromClientErrors`) and mask validation messages.',
    async run({ hub }) {
      const query = '{ _entities(representations: []) { ... on AgencyRecord { identty { sex } adress { line } } } }';
      const heard = await hub.sendPermitted(JSON.stringify({ query }));
      if (!refused(heard)) return broken(`It answered with ${inWords(heard)}.`);
      const hint = heard.kind === 'ANSWERED' && /did you mean|identity|"address|Cannot query/i.test(heard.text);
      return hint ? broken('It was refused with a hint at existing fields.') : holds('It is.');
    },
  },
];

async function refusesBodies({ hub }: Examined, bodies: readonly string[]) {
  for (const body of bodies) {
    const heard = await hub.sendPermitted(body);
    if (!refused(heard)) return broken(`It answered with ${inWords(heard)}.`);
  }
  return holds('It is refused.');
}
