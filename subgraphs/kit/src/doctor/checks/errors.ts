import { broken, type Check, type Finding, holds, skipped, verdictOn } from '../Check.ts';
import { type Answered, entitiesOf, type Heard, inWords } from '../PlayedHub.ts';
import { refused } from './permits.ts';

const asEntities = (below: string): string => `{ _entities(representations: []) { ... on AgencyRecord { ${below} } } }`;
const query = (text: string): string => JSON.stringify({ query: text });
const limits = 'Serve with the kit, which bounds bodies, headers and documents before anything is executed.';
const largeBody = 8 * 1024 * 1024;
const headerBytes = 400 * 1024;
const recordsNamed = 1_000;

/** Documents that are refused, or answered, without keeping the agency busy. */
const bombs: readonly (readonly [Check['id'], string, () => string])[] = [
  ['errors.deep', 'nested ten thousand levels deep', () => `${'{a'.repeat(10_000)}${'}'.repeat(10_000)}`],
  ['errors.tokens', 'of two hundred thousand words', () => asEntities('id '.repeat(200_000))],
  [
    'errors.cycles',
    'whose fragments contain each other',
    () => `${asEntities('...A')} fragment A on AgencyRecord { id ...B } fragment B on AgencyRecord { id ...A }`,
  ],
];

/** What comes of what is amiss in a request. */
export const errorChecks: readonly Check[] = [
  {
    id: 'errors.malformed',
    rule: 'A body that is not an operation is refused',
    asked: 'broken JSON, no JSON, other JSON and broken text, under valid permits',
    mend: 'Answer with a status from 400 to 499; never fail because of what somebody sends.',
    run: ({ hub }) =>
      eachRefused(
        ['{', '', 'null', '[]', '"x"', '7', '{"query":1}', '{"query":null}', '{"query":"{"}', '\ufffd\u0000'],
        (body) => hub.sendPermitted(body),
      ),
  },
  {
    id: 'errors.contentType',
    rule: 'Only JSON is read',
    asked: 'a question as plain text and as a form, under a valid permit',
    mend: 'Refuse every content type but application/json: somebody else’s web page could send the others.',
    run: ({ hub }) => {
      const body = query(asEntities('id'));
      return eachRefused(
        ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'],
        (type) =>
          hub.send(async () => ({
            body,
            headers: { 'content-type': type, authorization: `Bearer ${await hub.permit(body)}` },
          })),
      );
    },
  },
  {
    id: 'errors.variables',
    rule: 'Variables of the wrong form are refused or answered with nothing, and cause no failure',
    asked: 'invalid representations, under valid permits',
    mend: 'Answer null for what names no record, and refuse what is not a list.',
    async run({ hub }) {
      const text =
        'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord { id } } }';
      const garbage: readonly unknown[] = [
        ...[
          null,
          7,
          'x',
          {},
          [null],
          [7],
          [{}],
          [{ id: '1' }],
          [{ __typename: 'Query' }],
          [{ __typename: '__proto__', id: '1' }],
        ],
        ...[
          [{ __typename: 'AgencyRecord' }],
          [{ __typename: 'AgencyRecord', id: 1 }],
          [{ __typename: 'AgencyRecord', id: ['1'] }],
        ],
        [{ __typename: 'AgencyRecord', id: { toString: 1 } }],
      ];
      const amiss: string[] = [];
      for (const representations of garbage) {
        const heard = await hub.sendPermitted(JSON.stringify({ query: text, variables: { representations } }));
        const told = entitiesOf(heard)?.some((entity) => entity !== null);
        const wellRefused = heard.kind === 'ANSWERED' && heard.status < 500;
        if (told || !wellRefused) amiss.push(`It answered with ${inWords(heard)}`);
      }
      return verdictOn(amiss, 'They are.');
    },
  },
  {
    id: 'errors.large',
    rule: 'A body that is far too large is refused',
    asked: `a body of ${largeBody / 1024 / 1024} MiB, under a valid permit`,
    mend: 'Limit the size of bodies (the kit accepts 4 MiB).',
    async run({ hub }) {
      const body = JSON.stringify({ query: asEntities('id'), variables: { much: 'x'.repeat(largeBody) } });
      const heard = await hub.sendPermitted(body);
      if (heard.kind === 'CUT_OFF' || refused(heard)) return holds('It is.');
      return broken(`It answered with ${inWords(heard)}.`);
    },
  },
  {
    id: 'errors.header',
    rule: 'A permit that names every record of a caseload is accepted',
    asked: `a question with a permit of ${headerBytes / 1024} KiB`,
    mend: 'Allow request headers of up to 512 KiB, in the agency and in any proxy before it.',
    async run({ hub }) {
      // Fewer than an agency lets one permit name, under long numbers.
      const length = Math.floor((headerBytes * 3) / 4 / recordsNamed) - 3;
      const records = Array.from({ length: recordsNamed }, (_, index) => String(index).padStart(length, '0'));
      const heard = await hub.sendPermitted(query(asEntities('id')), {
        releases: [{ records, categories: ['IDENTITY'] }],
      });
      return entitiesOf(heard) ? holds('It is.') : broken(`It answered with ${inWords(heard)}.`);
    },
  },
  ...bombs.map(
    ([id, what, document]): Check => ({
      ...{
        id,
        mend: limits,
        rule: `A question ${what} is refused at once`,
        asked: `a question ${what}, under a valid permit`,
      },
      async run({ hub }) {
        const heard = await hub.sendPermitted(query(document()));
        return refused(heard) ? holds('It is.') : broken(`It answered with ${inWords(heard)}.`);
      },
    }),
  ),
  {
    id: 'errors.elsewhere',
    rule: 'Nothing is served at other paths',
    asked: 'other paths and other methods',
    mend: 'On this port, serve only /graphql, /linkage/encode, /health and /contract.',
    run: ({ hub }) =>
      eachRefused(
        [
          ...(['/', '/admin', '/metrics', '/.env', '/graphql/', '/graphiql'] as const).map(
            (path) => ({ method: 'GET', path }) as const,
          ),
          ...(['PUT', 'DELETE', 'PATCH'] as const).map((method) => ({ method, path: '/graphql' })),
        ],
        (sent) => hub.send(async () => ({ ...sent, headers: {} })),
      ),
  },
  {
    id: 'errors.website',
    rule: 'No website can send requests through somebody’s browser',
    asked: 'the preflight request of a browser (OPTIONS)',
    mend: 'Send no access-control-allow-origin.',
    async run({ hub }) {
      const headers = { origin: 'https://website.invalid', 'access-control-request-method': 'POST' };
      const heard = await hub.send(async () => ({ method: 'OPTIONS', headers }));
      if (heard.kind !== 'ANSWERED') return holds('None can.');
      return heard.headers['access-control-allow-origin'] === undefined
        ? holds('None can.')
        : broken('It allows websites to send requests.');
    },
  },
  {
    id: 'errors.database',
    rule: 'The text of a database error stays with the agency',
    asked: 'nothing',
    mend: 'Serve with the kit, which masks them.',
    run: async () => skipped('This cannot be provoked from outside. The kit’s own tests cover it.'),
  },
];

/** Looked at last, over all that went wrong before. */
export const errorTextChecks: readonly Check[] = [
  {
    id: 'errors.texts',
    rule: 'Errors reveal nothing about how the agency is built',
    asked: 'every error answered above',
    mend: 'Answer with fixed sentences; write what went wrong to the agency’s own log.',
    async run({ hub }) {
      const telling = hub.errors.filter(({ text }) => innards.test(text));
      return telling.length === 0
        ? holds(`${hub.errors.length} errors were examined.`)
        : broken(`${telling.length} of ${hub.errors.length} do.`);
    },
  },
  {
    id: 'errors.banners',
    rule: 'Answers name no software and no version',
    asked: 'the headers of every error answered above',
    mend: 'Switch off the headers `server`, `x-powered-by` and `via`, in the agency and in any proxy before it.',
    run: async ({ hub }) => verdictOn(hub.errors.flatMap(bannersOf), 'None does.'),
  },
];

/** Stack traces, files, statements, and the names of what agencies are commonly made of. */
const innards =
  /\bat \S+ \(|node_modules|\.(?:js|ts|mjs):\d+|stacktrace|\bSELECT\b.+\bFROM\b|prisma|ECONNREFUSED|GraphQLError|SQLITE_|syntax error at|<html/i;

const bannersOf = ({ headers }: Answered): readonly string[] =>
  ['server', 'x-powered-by', 'via'].filter((name) => headers[name] !== undefined).map((name) => `the header ${name}`);

async function eachRefused<One>(all: readonly One[], send: (one: One) => Promise<Heard>): Promise<Finding> {
  for (const one of all) {
    const heard = await send(one);
    if (!refused(heard)) return broken(`It answered with ${inWords(heard)}.`);
  }
  return holds('It is refused.');
}
