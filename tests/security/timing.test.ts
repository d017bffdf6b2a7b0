import { type AttackedHub, attackedHub } from '../lib/attackedHub.ts';
import { compareTimes, median } from '../lib/compareTimes.ts';
import type { Question } from '../lib/Partnership.ts';

// How long an answer takes must not tell a denied person from nobody. The one place where time is looked at: a comparison of
// requests asked in turns, never a limit.

const rounds = 250;
/** A difference is a finding only where chance would bring it about less often than this, and an observer could use it. */
const chance = 0.001;
const usable = { ms: 1.5, part: 0.3 };

let hub: AttackedHub;
beforeAll(async () => {
  hub = await attackedHub();
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
])(
  '%s take the same time',
  async (_what, questions) => {
    const times: readonly [number[], number[]] = [[], []];
    for (let round = -20; round < rounds; round += 1)
      for (const side of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const began = performance.now();
        await hub.ask(questions[side]);
        if (round >= 0) times[side].push(performance.now() - began);
      }
    const difference = compareTimes(...times);
    const found =
      difference.chance < chance && Math.abs(difference.medianMs) > Math.max(usable.ms, usable.part * median(times[1]));
    process.stdout.write(
      `${_what}: ${difference.medianMs.toFixed(2)} ms apart, by chance ${difference.chance.toFixed(4)}\n`,
    );
    expect({ ...difference, found }).toMatchObject({ found: false });
  },
  120_000,
);
