import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError, parse } from 'graphql';
import { pino } from 'pino';
import { inventedAgency, now } from '../../tests/inventedAgency.ts';
import { releasesOf } from '../guard/releases.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { agencySchema } from './agencySchema.ts';
import { answerOperations } from './answerOperations.ts';

const failing = (fault: Error) => ({
  of: async () => {
    throw fault;
  },
});
const mapping: Mapping = {
  ...inventedAgency().mapping,
  address: failing(new Error('no such column "line"')),
  needs: failing(new GraphQLError('not like this', { extensions: { code: 'BAD_USER_INPUT' } })),
};
const everything = ['IDENTITY', 'CONTACT', 'PHONE', 'ADDRESS', 'SERVICE_USE', 'FV_RISK', 'HOUSING', 'HEALTH'];
const records = ['1', '2', '60'];
const schema = agencySchema(mapping);
const context = () => ({
  releases: releasesOf({
    requester: { user: 'kim', role: 'PRACTITIONER', agency: 'wattle', purpose: 'SERVICE_COORDINATION' },
    releases: [
      { records, categories: everything },
      { records: ['3'], categories: ['IDENTITY'] },
    ],
    figures: false,
  }),
  batch: { now },
});

/** Apollo Server's answers, with errors masked in the same words. */
let apollo: ApolloServer<ReturnType<typeof context>>;
const masked = ({ path, extensions }: GraphQLFormattedError): GraphQLFormattedError =>
  ['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'].includes(String(extensions?.code))
    ? { message: 'The operation was refused.', extensions: { code: 'OPERATION_REFUSED' } }
    : {
        message: 'The agency could not answer this part.',
        ...(path && { path }),
        extensions: { code: 'AGENCY_FAULT' },
      };

beforeAll(async () => {
  apollo = new ApolloServer<ReturnType<typeof context>>({
    schema,
    formatError: masked,
    introspection: false,
    nodeEnv: 'test',
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  await apollo.start();
});
afterAll(() => apollo.stop());

const ours = answerOperations(schema, pino({ level: 'silent' }));
const representations = [...records, '3', '4', 5].map((id) => ({ __typename: 'AgencyRecord', id }));
/** Declares `$is` only where it is used: an operation with an unused variable is refused, whatever else it asks. */
const asking = (fields: string) =>
  `query ($representations: [_Any!]!${fields.includes('$is') ? ', $is: Boolean = true' : ''}) { _entities(representations: $representations) { __typename ... on AgencyRecord { ${fields} } } }`;

test.each<[what: string, status: number, query: string, variables?: Readonly<Record<string, unknown>>]>([
  [
    'everything is well',
    200,
    asking('id identity { name { given family } dateOfBirth } contact { phone unsafe } alerts { id about text }'),
  ],
  [
    'names are the caller’s own',
    200,
    asking('a: alerts(status: [ACTIVE]) { b: id } _alerts { id about } n: notes(first: 2, skip: 1) { id text }'),
  ],
  [
    'a fragment is asked twice over',
    200,
    `${asking('...N ...M')} fragment N on AgencyRecord { notes(first: 2) { id } ...M } fragment M on AgencyRecord { notes(first: 2) { text } }`,
  ],
  ['a part hangs on a variable', 200, asking('identity @include(if: $is) { sex } contact @skip(if: $is) { phone }')],
  ['a section fails', 200, asking('id address { line } contact { phone }')],
  ['a section fails and says whose fault it is', 200, asking('id needs { code } identity { sex }')],
  ['a variable is missing', 400, asking('id'), {}],
  [
    'a variable is of another kind',
    400,
    asking('id identity @include(if: $is) { sex }'),
    { representations, is: 'yes' },
  ],
  ['a representation is null', 400, asking('id'), { representations: [null] }],
  ['there is no such type', 200, asking('id'), { representations: [{ __typename: 'Nobody', id: '1' }] }],
  ['there is no such field', 400, asking('id idd identty { sex }')],
  ['a leaf has fields', 400, asking('id { x }')],
  ['an argument is no argument', 400, asking('alerts(status: 3) { id }')],
  [
    'it asks for the figures, which are not permitted',
    200,
    asking('id'),
    { representations: [{ __typename: 'Agency', id: 'harbour' }] },
  ],
])(
  'the answer equals Apollo Server’s byte for byte where %s',
  async (_what, status, query, variables = { representations }) => {
    const { body, http } = await apollo.executeOperation({ query, variables }, { contextValue: context() });
    expect(http.status ?? 200).toBe(status);
    if (body.kind !== 'single') throw new Error('Apollo Server answers in one piece.');
    const { data, errors } = body.singleResult;
    const document = parse(query, { noLocation: true });
    for (const time of ['the first time', 'again']) {
      const answer = await ours({ kind: 'OPERATION', document, variables }, context());
      expect({ time, ...answer }).toEqual({
        ...{ time, status, body: JSON.stringify({ errors, data }), partial: !!errors },
      });
    }
  },
);
