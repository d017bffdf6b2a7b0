import { type AttackedHub, attackedHub } from '../lib/attackedHub.ts';
import { observeTimes } from '../lib/observeTimes.ts';
import type { Question } from '../lib/Partnership.ts';
import { fileFacts } from '../lib/people.ts';

// The time an answer takes must not distinguish a denied person from nobody. This is the only test that looks at time: it
// compares requests that are sent alternately, and sets no limit.

/** A consent that takes long to read. Somebody who may not see it must not be able to tell from the time. */
const longRule = {
  except: Array.from({ length: 20_000 }, (_, number) => ({ agencies: [`agency-${number}`], categories: ['IDENTITY'] })),
};

let hub: AttackedHub;
beforeAll(async () => {
  hub = await attackedHub();
  await fileFacts(hub.store, {
    records: [],
    consents: [{ id: 'long', subject: 'ada', status: 'draft', rule: longRule }],
  });
});
afterAll(() => hub.stop());

const clientById = (client: string): Question => ({
  ...{ as: 'mara', query: 'query ($id: ID!) { client(id: $id) { name { family } records { id } } }' },
  variables: { id: client },
});
const refusalOf = (client: string): Question => ({
  ...{ as: 'mara', variables: { client } },
  query: `mutation ($client: ID!) { recordConsent(consent: { client: $client, refuse: true, evidence: VERBAL,
    noticeVersion: "1", language: "English" }) { consent { id } } }`,
});
const withdrawalOf = (id: string): Question => ({
  ...{ as: 'kim', variables: { id } },
  query: 'mutation ($id: ID!) { withdrawConsent(id: $id) { consent { id } } }',
});
const search = (given: string, sex: string): Question => ({
  ...{ as: 'mara', variables: { match: { given, family: 'Vale', dateOfBirth: '1990-02-03', sex } } },
  query: 'query ($match: ClientMatch!) { findClients(match: $match) { id } }',
});

test.each<readonly [string, readonly [Question, Question]]>([
  ['client(id) of a denied person and of nobody', [clientById('bob'), clientById('nobody')]],
  ["client(id) of a denied person and of another's record", [clientById('bob'), clientById('bob-1')]],
  ['findClients of a denied person and of nobody', [search('Bob', 'MALE'), search('Zed', 'MALE')]],
  ['recordConsent for a denied person and for nobody', [refusalOf('bob'), refusalOf('nobody')]],
  ["withdrawConsent of another agency's consent and of none", [withdrawalOf('c1'), withdrawalOf('none')]],
  ["withdrawConsent of another agency's long consent and of none", [withdrawalOf('long'), withdrawalOf('none')]],
])(
  '%s take the same time',
  async (what, questions) => {
    const observed = await observeTimes(async (side) => {
      const began = performance.now();
      await hub.ask(questions[side]);
      return performance.now() - began;
    });
    const [one, other] = observed.mediansMs.map((ms) => ms.toFixed(2));
    process.stdout.write(`${what}: ${one} ms and ${other} ms, by chance ${observed.chance.toFixed(4)}\n`);
    expect(observed).toMatchObject({ found: false });
  },
  240_000,
);
