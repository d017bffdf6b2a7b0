import { type AttackedHub, attackedHub, codesIn, filedRows } from '../lib/attackedHub.ts';
import { HeldAnswers } from '../lib/HeldAnswers.ts';
import type { Answer, Question } from '../lib/Partnership.ts';

// A consent is withdrawn after the decision and before the answer goes out: Wattle's answer is already on its way.

const risk = 'Threatened with a knife';

const held = new HeldAnswers('wattle');
let hub: AttackedHub;
let consent = 'c1';
beforeAll(async () => {
  const ada = { ALRT_STAT: 'FV-C', ALRT_CRT: 'A', ALRT_ST: 'O', ALRT_DT: '03/03/2026', ALRT_LVL: '1', ALRT_CMT: risk };
  hub = await attackedHub({ rows: filedRows({ ada }), disturb: held.disturb });
});
afterAll(() => hub.stop());
afterEach(async () => {
  const { body } = await hub.ask({
    as: 'tess',
    query: `mutation { recordConsent(consent: { client: "ada", agencies: ["harbour"], categories: ["IDENTITY", "FV_RISK"],
      evidence: VERBAL, noticeVersion: "1", language: "English" }) { consent { id } } }`,
  });
  consent = JSON.parse(body).data.recordConsent.consent.id;
});

async function withdraw(): Promise<void> {
  const query = 'mutation ($id: ID!) { withdrawConsent(id: $id) { consent { status } } }';
  const { body } = await hub.ask({ as: 'tess', query, variables: { id: consent } });
  expect(body).toContain('WITHDRAWN');
}

/** What the requester gets if the consent is withdrawn, and the withdrawal acknowledged, while Wattle's answer is held back. */
const toldAcross = (question: Question): Promise<Answer> => held.across(() => hub.ask(question), withdraw);

test.each<readonly [string, Question]>([
  ['a question', { as: 'mara', query: '{ client(id: "ada") { records { alerts { text } } } }' }],
  ['a merged field', { as: 'mara', query: '{ client(id: "ada") { alerts { totalCount nodes { alert { text } } } } }' }],
  ['the board', { as: 'mara', query: '{ alerts(of: AGENCY) { totalCount nodes { alert { text } } } }' }],
  ['an operation by name', { as: 'mara', documentId: 'client-view', variables: { client: 'ada' } }],
])(
  '%s decided before a withdrawal and sent after it carries nothing of what was withdrawn',
  async (_what, question) => {
    const before = await hub.ask(question);
    expect(before.body).toContain(risk);
    const { seq } = await hub.store.ledger.head();
    const told = await toldAcross(question);
    expect(told.body).not.toContain(risk);
    // The question is answered again, without an error, as if it had only been asked now.
    expect(told).toEqual(await hub.ask(question));
    expect(codesIn(told.body)).toEqual([]);
    const written = await hub.store.ledger.read({ after: seq, first: 100 });
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter(({ agencyId }) => agencyId === 'wattle')).toEqual([]);
  },
);

test('a mutation whose answer was decided before a withdrawal says that a consent has moved, and nothing else', async () => {
  const query = `mutation { recordConsent(consent: { client: "ada", refuse: true, purposes: ["EMERGENCY"], evidence: VERBAL,
    noticeVersion: "1", language: "English" }) { consent { client { records { alerts { text } } } } } }`;
  const { body } = await toldAcross({ as: 'mara', query });
  expect(codesIn(body)).toEqual(['CONSENT_MOVED']);
  expect(JSON.parse(body).data ?? null).toBeNull();
});

test('a consent that moves each time the question is answered again ends in an error and discloses nothing', async () => {
  const question: Question = { as: 'mara', query: '{ client(id: "ada") { records { alerts { text } } } }' };
  const asked = async (): Promise<Answer> => {
    const first = held.next();
    const answer = hub.ask(question);
    let hold = first;
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await hold.came;
      const letGo = hold.letGo;
      await refuseEmergencies();
      hold = held.next();
      letGo();
    }
    return answer;
  };
  const { body } = await asked();
  held.none();
  expect(codesIn(body)).toEqual(['CONSENT_MOVED']);
  expect(body).not.toContain(risk);
});

/** Changes Ada's consents without closing anything that is asked for. */
async function refuseEmergencies(): Promise<void> {
  const { body } = await hub.ask({
    as: 'tess',
    query: `mutation { recordConsent(consent: { client: "ada", refuse: true, purposes: ["EMERGENCY"], evidence: VERBAL,
      noticeVersion: "1", language: "English" }) { consent { status } } }`,
  });
  expect(body).toContain('REFUSED');
}
