import { takesBundles, takesHeader } from '@accord/contract/bundle';
import { freshExchangeKey, keyWord } from '@accord/contract/permitKey';
import { categoryCodes } from '@accord/contract/vocabulary';
import type { Examination } from '../src/doctor/examine.ts';
import type { Fault, Incoming } from './brokenAgency.ts';

const everything = [{ records: ['1', '2', '3'], categories: categoryCodes }];
const asks = ({ method, path }: Incoming, door = '/graphql'): boolean => method === 'POST' && path === door;
/** An agency that takes permits that are not good in this way for good. */
export const admits = (permit: Incoming['permit']): Fault => ({
  admits: (incoming) => (asks(incoming) && incoming.permit === permit ? everything : undefined),
});
const whole = ({ releases }: Incoming): boolean => (releases[0]?.categories.length ?? 0) >= categoryCodes.length;
const single = ({ releases }: Incoming): boolean =>
  releases.length > 0 && releases.every((one) => one.categories.length === 1);
/** Releases the address beyond what is permitted, where `when` holds. */
const widens = (when: (incoming: Incoming) => boolean): Fault => ({
  admits: (incoming) =>
    incoming.permit === 'GOOD' && when(incoming)
      ? incoming.releases.map((one) => ({ ...one, categories: [...one.categories, 'ADDRESS'] }))
      : undefined,
});
const isPlain = ({ query }: Incoming): boolean =>
  !/fragment|@include|status:|\w: \w+ \{/.test(query.slice(query.indexOf('on AgencyRecord')));
const answersTo = (text: string): Fault => ({ answers: ({ query }) => (query.includes(text) ? {} : undefined) });
const failsOver = (when: (incoming: Incoming) => boolean, status = 500): Fault => ({
  answers: (incoming) => (when(incoming) ? { status, body: '{"errors":[]}' } : undefined),
});
type Json = Record<string, unknown>;
/** Changes the JSON of the answer, where `when` holds. */
const spoils = (when: (incoming: Incoming) => boolean, change: (json: Json, incoming: Incoming) => void): Fault => ({
  spoils(answer, incoming) {
    if (!when(incoming)) return answer;
    const json = JSON.parse(answer.body);
    change(json, incoming);
    return { ...answer, body: JSON.stringify(json) };
  },
});
/** Changes each whole record of the answer, where `when` holds. */
const spoilsRecords = (when: (incoming: Incoming) => boolean, change: (record: Json, index: number) => void): Fault =>
  spoils(
    (incoming) => incoming.permit === 'GOOD' && incoming.query.includes('on AgencyRecord') && when(incoming),
    ({ data }) => {
      for (const [index, record] of Object(data)._entities.entries()) if (record) change(record, index);
    },
  );
const entitiesOf = (json: Json): unknown[] => Object(json.data)._entities;
const health = (change: (json: Json) => void): Fault => spoils(({ path }) => path === '/health', change);
const saysItTakes = (words: string): Fault => ({
  spoils: (answer) => ({ ...answer, headers: { ...answer.headers, [takesHeader]: words } }),
});
/** Each is counted for one rule, which is examined once. */
let [episodesAsked, answered] = [0, 0];

/** For each rule, an agency that breaks that rule and no other. */
export const brokenRules: Readonly<
  Record<string, readonly [what: string, fault: Fault, options?: Partial<Examination>]>
> = {
  'contract.health': ['says that it is fine', health((json) => Object.assign(json, { status: 'fine' }))],
  'contract.version': ['speaks a contract nobody knows', health((json) => Object.assign(json, { contract: '9.9' }))],
  'contract.open': ['tells how many people it knows', health((json) => Object.assign(json, { people: 60 }))],
  'contract.sdl': [
    'serves a field more',
    spoils(
      ({ path }) => path === '/contract',
      (json) => Object.assign(json, { sdl: `${json.sdl} type Extra { id: ID }` }),
    ),
  ],
  'contract.fields': ['refuses a field', failsOver(({ numbers }) => numbers.length === 1 && numbers[0] === '0', 400)],
  'contract.encoder': [
    'encodes nobody',
    {
      answers: (incoming) =>
        asks(incoming, '/linkage/encode') && incoming.permit === 'GOOD'
          ? { body: '{"key":null,"clk":null}' }
          : undefined,
    },
  ],
  'contract.clock': [
    'is a minute late',
    {
      spoils: (answer) => ({
        ...answer,
        headers: { ...answer.headers, date: new Date(Date.now() - 60_000).toUTCString() },
      }),
    },
  ],
  'contract.encrypted': ['is plain http elsewhere', {}],
  'guard.none': ['needs no permit', admits('NONE')],
  'guard.garbage': ['reads anything as a permit', admits('GARBAGE')],
  'guard.forged': ['believes any signature', admits('FORGED')],
  'guard.ownKey': ['believes the key that a token brings', admits('OWN_KEY')],
  'guard.unsigned': ['needs no signature', admits('UNSIGNED')],
  'guard.hmac': ['takes the public key for a secret', admits('HMAC')],
  'guard.altered': ['does not sign what is released', admits('ALTERED')],
  'guard.expired': ['forgets when a permit ends', admits('EXPIRED')],
  'guard.everlasting': ['lets a permit hold for ever', admits('EVERLASTING')],
  'guard.early': ['forgets when a permit begins', admits('EARLY')],
  'guard.foreign': ['answers under permits for another agency', admits('FOREIGN')],
  'guard.issuer': ['answers whoever issued the permit', admits('ISSUER')],
  'guard.seal': ['takes a seal for a permit', admits('SEAL')],
  'guard.body': ['answers another body than was permitted', admits('BODY')],
  'guard.bodiless': ['answers any body', admits('BODILESS')],
  'guard.nameless': ['needs no id of a permit', admits('NAMELESS')],
  'guard.replayed': ['answers a permit again', admits('REPLAYED')],
  'guard.agreedKey': [
    'takes any key for one that was agreed on',
    {
      admits: ({ headers }) => (headers.authorization?.includes('~') ? [] : undefined),
      ...saysItTakes(keyWord(freshExchangeKey())),
    },
  ],
  'guard.encoder': [
    'encodes for whoever asks',
    { admits: (incoming) => (asks(incoming, '/linkage/encode') && incoming.permit !== 'GOOD' ? [] : undefined) },
  ],
  'release.category': [
    'tells the address always',
    widens((incoming) => isPlain(incoming) && single(incoming) && incoming.numbers.length > 1),
  ],
  'release.aliases': [
    'knows a field by its alias',
    widens((incoming) => single(incoming) && incoming.query.includes('contact: identity')),
  ],
  'release.fragments': [
    'does not look into fragments',
    widens((incoming) => single(incoming) && incoming.query.includes('fragment F')),
  ],
  'release.conditions': [
    'does not look at conditions',
    widens((incoming) => single(incoming) && incoming.query.includes('@include')),
  ],
  'release.arguments': [
    'does not look at arguments',
    widens((incoming) => single(incoming) && incoming.query.includes('alerts(status')),
  ],
  'release.nothing': ['takes nothing for all', widens(({ releases }) => releases[0]?.categories.length === 0)],
  'release.unknown': ['takes a star for all', widens(({ releases }) => releases[0]?.categories.includes('*') === true)],
  'release.otherRecord': [
    'opens every record it is asked for',
    {
      admits: ({ numbers, releases }) =>
        numbers.length === 2 && releases.length === 1 && releases[0]?.records.length === 1 ? everything : undefined,
    },
  ],
  'release.noRecord': [
    'opens all where none is named',
    {
      admits: ({ permit, numbers, releases }) =>
        permit === 'GOOD' && numbers.length > 1 && releases.length === 0 ? everything : undefined,
    },
  ],
  'release.absent': [
    'makes somebody up',
    spoils(
      ({ numbers }) => numbers.includes('0x1'),
      (json) => Object.assign(Object(entitiesOf(json)[0]), { identity: { sex: 'FEMALE' } }),
    ),
  ],
  'release.same': [
    'answers a part otherwise than the whole',
    spoilsRecords(
      (incoming) => isPlain(incoming) && incoming.releases[0]?.categories.join() === 'IDENTITY',
      (record) => Object.assign(Object(record.identity), { sex: 'MALE' }),
    ),
  ],
  'release.figures': [
    'tells figures always',
    { admitsFigures: ({ figures, query }) => figures || query.includes('on Agency ') },
  ],
  'release.smallCounts': [
    'tells that there were three',
    {
      spoils: (answer) => ({
        ...answer,
        body: answer.body.replace('"value":null,"suppressed":true', '"value":3,"suppressed":false'),
      }),
    },
  ],
  'release.spans': [
    'counts from any day to any other',
    {
      answers: ({ body }) =>
        body.includes('2024-02-01')
          ? { body: '{"data":{"_entities":[{"figures":{"people":{"suppressed":true}}}]}}' }
          : undefined,
    },
  ],
  'operations.service': ['tells its schema', answersTo('_service')],
  'operations.introspection': ['describes itself', answersTo('__schema')],
  'operations.root': ['has a root field', answersTo('agencies')],
  'operations.mutation': ['can be changed', answersTo('mutation')],
  'operations.two': ['answers two operations', answersTo('query B')],
  'operations.aliases': ['answers twice', answersTo('a: _entities')],
  'operations.fragments': ['looks for its root in fragments', answersTo('on Query')],
  'operations.batch': [
    'answers a list',
    { answers: ({ body }) => (body.startsWith('[{') ? { body: '[{"data":{}}]' } : undefined) },
  ],
  'operations.get': [
    'answers what stands in its address',
    { answers: ({ path }) => (path.startsWith('/graphql?') ? {} : undefined) },
  ],
  'operations.suggestions': [
    'asks whether something else was meant',
    {
      answers: ({ query }) =>
        query.includes('identty') ? { status: 400, body: '{"errors":[{"message":"Did you mean"}]}' } : undefined,
    },
  ],
  'batching.bundle': [
    'gives up a bundle for one operation in it',
    {
      answers: ({ body }) => (body.startsWith('{"operations"') ? { status: 403, body: '{"errors":[]}' } : undefined),
      ...saysItTakes(takesBundles),
    },
  ],
  'batching.order': [
    'answers in its own order',
    spoils(
      ({ numbers }) => numbers.length === 5 && new Set(numbers).size < 5,
      (json) => void entitiesOf(json).reverse(),
    ),
  ],
  'batching.unknown': [
    'leaves out what is not on file',
    spoils(
      ({ numbers }) => numbers.includes('1999999939') && numbers.length > 1,
      (json) => Object.assign(Object(json.data), { _entities: entitiesOf(json).filter((entity) => entity !== null) }),
    ),
  ],
  'batching.growth': [
    'takes a statement for each record',
    { delays: ({ numbers, query }) => (query.includes('identity { __typename }') && numbers.length > 20 ? 1_500 : 0) },
    { records: Array.from({ length: 25 }, (_, index) => String(index + 1)) },
  ],
  'batching.pages': [
    'counts pages from the second',
    spoils(
      ({ query }) => query.includes('page1: notes'),
      (json) => {
        for (const entity of entitiesOf(json)) Object.assign(Object(entity), { page0: Object(entity).page1 });
      },
    ),
  ],
  'errors.malformed': ['fails over what is no operation', failsOver(({ body }) => body === '{"query":1}')],
  'errors.contentType': [
    'reads a form',
    { passes: ({ headers }) => ({ headers: { ...headers, 'content-type': 'application/json' } }) },
  ],
  'errors.variables': ['fails over a number', failsOver(({ body }) => body.endsWith('"representations":7}}'))],
  'errors.large': [
    'takes any body',
    { answers: ({ body }) => (body.length > 4_200_000 ? { body: '{"data":{"_entities":[]}}' } : undefined) },
  ],
  'errors.header': [
    'reads short headers only',
    failsOver(({ headers }) => (headers.authorization?.length ?? 0) > 16_384, 431),
  ],
  'errors.deep': ['does not count how deep', answersTo('{a{a{a{a')],
  'errors.tokens': ['does not count words', answersTo('id id id id id')],
  'errors.cycles': [
    'is lost in a circle',
    { hangs: ({ query }) => query.includes('fragment A') && query.includes('fragment B') },
    { deadlineMs: 2_500 },
  ],
  'errors.elsewhere': [
    'shows its figures to whoever runs it',
    { answers: ({ path }) => (path === '/metrics' ? { body: 'requests 7' } : undefined) },
  ],
  'errors.website': [
    'lets websites ask',
    { spoils: (answer) => ({ ...answer, headers: { ...answer.headers, 'access-control-allow-origin': '*' } }) },
  ],
  'errors.texts': [
    'tells where it failed',
    {
      answers: ({ path }) =>
        path === '/admin'
          ? { status: 404, body: '{"errors":[{"message":"at answer (/srv/agency/main.js:7:3)"}]}' }
          : undefined,
    },
  ],
  'errors.banners': [
    'says what it is made of',
    { spoils: (answer) => ({ ...answer, headers: { ...answer.headers, 'x-powered-by': 'Express' } }) },
  ],
  'limits.slow': ['waits for ever', { patient: true }, { patienceMs: 1_000 }],
  'limits.deadline': [
    'does not answer a page',
    // The first of these questions finds the records.
    {
      hangs: (incoming) =>
        whole(incoming) &&
        incoming.query.includes('episodes { id') &&
        incoming.numbers.length === 3 &&
        ++episodesAsked === 2,
    },
    { deadlineMs: 2_500 },
  ],
  'limits.many': ['takes ten at a time', { mostAtOnce: 10, delays: ({ numbers }) => (numbers.length === 0 ? 300 : 0) }],
  'limits.keptOpen': [
    'hangs up after each answer',
    { spoils: (answer) => ({ ...answer, headers: { ...answer.headers, connection: 'close' } }) },
  ],
  'values.fit': [
    'writes days its own way',
    spoilsRecords(whole, (record) => Object.assign(Object(record.identity), { dateOfBirth: '03/02/1980' })),
  ],
  'values.ids': [
    'gives two needs one id',
    spoilsRecords(
      (incoming) => isPlain(incoming) && whole(incoming),
      (record) => Array.isArray(record.needs) && record.needs.unshift({ ...record.needs[0] }),
    ),
  ],
  'values.same': [
    'answers otherwise each time',
    {
      spoils: (answer, incoming) =>
        whole(incoming) ? { ...answer, body: `${answer.body}${' '.repeat(++answered % 2)}` } : answer,
    },
  ],
  'values.whole': [
    'cannot answer a part',
    spoils(
      (incoming) => whole(incoming) && incoming.numbers.length === 3,
      (json) => Object.assign(json, { errors: [{ message: 'The agency could not answer this part.' }] }),
    ),
  ],
};
