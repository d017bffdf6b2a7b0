import { randomUUID } from 'node:crypto';
import { readBundledAnswers, takenWords, takesBundles, takesHeader } from '@accord/contract/bundle';
import { agreeOnKey, freshExchangeKey, mintPermitUnder, type PermitKey, toldKey } from '@accord/contract/permitKey';
import { categoryCodes } from '@accord/contract/vocabulary';
import { type CryptoKey, generateKeyPair } from 'jose';
import { broken, type Check, type Examined, skipped, verdictOn, withRecords } from '../Check.ts';
import { entitiesOf, inWords } from '../PlayedHub.ts';
import { questionFor } from '../Selection.ts';
import { refused } from './permits.ts';

const empty = JSON.stringify({ query: '{ _entities(representations: []) { __typename } }' });

/** What the agency says it takes beyond its contract. */
async function takenBy({ hub }: Examined): Promise<ReadonlySet<string>> {
  const heard = await hub.sendPermitted(empty);
  return takenWords(heard.kind === 'ANSWERED' ? heard.headers[takesHeader] : undefined);
}

/** What an agency may take beyond its contract, where it says that it does. */
export const bundleChecks: readonly Check[] = [
  {
    id: 'batching.bundle',
    rule: 'Questions sent as a bundle are answered as each would be alone, whatever happens to the others',
    asked: 'two questions and one that must be refused, in one bundle under one permit',
    mend: 'Answer a list of operations with the list of their statuses and answers, in the same order (`answerBundle` of the kit).',
    run: withRecords(async (agency, [first, second = first]) => {
      if (!(await takenBy(agency)).has(takesBundles)) return skipped('This agency takes one question at a time.');
      const operations = [first, second].map((id) => ({
        query: questionFor(agency.contract.record).query,
        variables: { representations: [{ __typename: 'AgencyRecord', id }] },
      }));
      const permit = { releases: [{ records: [first, second], categories: agency.contract.categories }] };
      const alone = [];
      for (const operation of operations)
        alone.push(entitiesOf(await agency.hub.sendPermitted(JSON.stringify(operation), permit)));
      const [one, two] = operations;
      const message = JSON.stringify({ operations: [one, { query: '{ __schema { types { name } } }' }, two] });
      const heard = await agency.hub.sendPermitted(message, permit);
      const answers = heard.kind === 'ANSWERED' ? readBundledAnswers(heard.json, 3) : undefined;
      if (!answers) return broken(`It answered with ${inWords(heard)}.`);
      const [told, none, toldToo] = answers.map(({ answer }) => entitiesIn(answer));
      return verdictOn(
        [
          ...(JSON.stringify([told, toldToo]) === JSON.stringify(alone) ? [] : ['a question is answered differently']),
          ...(none === undefined && answers[1]?.status !== 200 ? [] : ['the question to be refused was answered']),
        ],
        'They are.',
      );
    }),
  },
  {
    id: 'guard.agreedKey',
    rule: 'A permit under an agreed key is checked like a signed one',
    asked: 'permits under keys not agreed with this agency, a permit for another body, and one permit twice',
    mend: 'Check them as the kit’s guard does (readKeyNote and readPermitUnder of @accord/contract/permitKey).',
    async run(agency) {
      const theirs = toldKey(await takenBy(agency));
      if (theirs === undefined) return skipped('This agency takes only signed permits.');
      const { key } = agency.hub;
      const stranger = (await generateKeyPair('EdDSA', { crv: 'Ed25519' })).privateKey;
      const agreed = (by: CryptoKey, id = agency.id): PermitKey =>
        agreeOnKey(freshExchangeKey(), { agency: id, theirs, key: by, kid: 'doctor', now: seconds() });
      const good = agreed(key);
      const send = (token: string) => agency.hub.sendOnce({ body: empty, headers: headersWith(token) });
      const token = mint(agency, good);
      const first = await send(token);
      if (!entitiesOf(first)) return broken(`A valid one was answered with ${inWords(first)}.`);
      const attempts = {
        'a used one is accepted again': token,
        'a key that the hub did not sign is accepted': mint(agency, agreed(stranger)),
        'a key agreed with another agency is accepted': mint(agency, agreed(key, `${agency.id}-other`)),
        'one under a different key from its note’s is accepted': mint(agency, { ...agreed(key), mac: agreed(key).mac }),
        'one for another body is accepted': mint(agency, good, `${empty} `),
        'a key alone is accepted': good.note,
      };
      const amiss: string[] = [];
      for (const [what, attempt] of Object.entries(attempts)) if (!refused(await send(attempt))) amiss.push(what);
      return verdictOn(amiss, 'It is.');
    },
  },
];

const seconds = (): number => Math.floor(Date.now() / 1000);
const requester = {
  user: 'accord-doctor',
  role: 'PRACTITIONER',
  agency: 'accord-doctor',
  purpose: 'SERVICE_COORDINATION',
};

const mint = ({ id: agency }: Examined, key: PermitKey, body = empty): string =>
  mintPermitUnder(
    key,
    { requester, releases: [{ records: ['0'], categories: categoryCodes }], figures: false },
    { agency, body, now: seconds(), id: randomUUID() },
  );

const headersWith = (token: string): Readonly<Record<string, string>> => ({
  'content-type': 'application/json',
  authorization: `Bearer ${token}`,
});

const entitiesIn = (answer: unknown): unknown => {
  const data: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'data') : undefined;
  return typeof data === 'object' && data !== null ? Reflect.get(data, '_entities') : undefined;
};
