import { purposesOf } from '@accord/contract/roles';
import { committedApi } from '@accord/contract/subgraphs';
import type { Role } from '@accord/contract/vocabulary';
import { type Action, actions } from '@accord/server/subgraph/mayDo';
import { buildSchema } from 'graphql';
import type { TestUser } from '../lib/users.ts';
import { type LifeCycleHub, lifeCycleHub } from './lifeCycleHub.ts';

let hub: LifeCycleHub;
beforeAll(async () => {
  hub = await lifeCycleHub();
  await hub.begin();
  await hub.store.agencies.setStewardship('harbour', 'SPECIALIST');
});
afterAll(() => hub?.stop());

const evidence = 'evidence: VERBAL, noticeVersion: "1", language: "English"';
/**
 * One mutation or query for each action, about nobody. Whoever may do it succeeds or is told that there is no such thing;
 * whoever may not gets ROLE_REFUSED.
 */
const documents: Readonly<Record<string, string>> = {
  recordConsent: `mutation { recordConsent(consent: { client: "nobody", ${evidence} }) { consent { id } } }`,
  narrowConsent: `mutation { narrowConsent(narrowing: { id: "none", leaveOut: [{ categories: ["HOUSING"] }], ${evidence} }) { consent { id } } }`,
  withdrawConsent: 'mutation { withdrawConsent(id: "none") { consent { id } } }',
  requestConsent: 'mutation { requestConsent(request: { client: "nobody" }) { sent } }',
  recordStanding:
    'mutation { recordStanding(standing: { client: "nobody", adultOn: "2020-01-01" }) { standing { id } } }',
  recordOpeningStanding: `mutation { recordStanding(standing: { client: "nobody", adultOn: "${new Date().getFullYear() + 3}-01-01" }) { standing { id } } }`,
  recordProxy: 'mutation { recordProxy(proxy: { client: "nobody", capacity: PARENT }) { proxy { id } } }',
  endProxy: 'mutation { endProxy(id: "none", why: ENDED) { proxy { id } } }',
  recordRole:
    'mutation { recordRole(role: { client: "nobody", role: "VICTIM_SURVIVOR", reason: "r" }) { role { id } } }',
  recordOpeningRole:
    'mutation { recordRole(role: { client: "nobody", role: "PERSON_USING_VIOLENCE", reason: "r" }) { role { id } } }',
  endRole: 'mutation { endRole(id: "none", why: "w") { role { id } } }',
  assertLegalBasis:
    'mutation { assertLegalBasis(basis: { client: "nobody", kind: "CISS_THRESHOLD", reason: "r" }) { legalBasis { id } } }',
  endLegalBasis: 'mutation { endLegalBasis(id: "none", why: "w") { legalBasis { id } } }',
  addBlock:
    'mutation { addBlock(block: { client: "nobody", kind: SAFETY_BLOCK, categories: ["HOUSING"] }) { block { id } } }',
  liftBlock: 'mutation { liftBlock(id: "none", why: "w") { block { id } } }',
  blocks: '{ blocks { nodes { id } } }',
  breakGlass:
    'mutation { breakGlass(glass: { client: "nobody", reason: "r", categories: ["HOUSING"] }) { breakGlass { id } } }',
  endBreakGlass: 'mutation { endBreakGlass(id: "none") { breakGlass { id } } }',
  reviewBreakGlass:
    'mutation { reviewBreakGlass(review: { id: "none", outcome: JUSTIFIED, note: "n" }) { breakGlass { id } } }',
  sayClientTold: 'mutation { sayClientTold(id: "none", clientTold: TOLD) { breakGlass { id } } }',
  breakGlasses: '{ breakGlasses { nodes { id } } }',
  linkReview: '{ linkReview { nodes { id } } }',
  linksDenied: '{ linksDenied { nodes { id } } }',
  decideLink: 'mutation { decideLink(decision: { pair: "none", word: SAME, reason: "r" }) { linked } }',
  proposeLink: 'mutation { proposeLink(mine: "none", theirs: "none", reason: "r") { linked } }',
  separateRecord: 'mutation { separateRecord(record: "none", reason: "r") { toldTo { id } } }',
  reopenLink: 'mutation { reopenLink(pair: "none", reason: "r") { client { id } } }',
  exercises: '{ exercises { nodes { id } } }',
  createExercise:
    'mutation { createExercise(exercise: { title: "t", scenarios: ["s"], agencies: [] }) { exercise { id } } }',
  revealRound: 'mutation { revealRound(id: "none") { exercise { id } } }',
  openRound: 'mutation { openRound(id: "none", round: 2) { exercise { id } } }',
  closeExercise: 'mutation { closeExercise(id: "none") { exercise { id } } }',
  joinExercise: 'mutation { joinExercise(id: "none") { exercise { id } } }',
  place:
    'mutation { place(placing: { exercise: "none", scenario: "none", round: 1, answer: NONE }) { exercise { id } } }',
  proposeFromExercise:
    'mutation { proposeFromExercise(exercise: "none", proposal: { kind: PRACTICE, title: "t", why: "w" }) { proposal { id } } }',
  noteBarriers:
    'mutation { noteBarriers(barriers: { exercise: "none", scenario: "none", kinds: [OTHER] }) { exercise { id } } }',
  raiseProposal: 'mutation { raiseProposal(proposal: { kind: PRACTICE, title: "t", why: "w" }) { proposal { id } } }',
  voice: 'mutation { voice(voice: { proposal: "none", position: SUPPORT }) { proposal { id } } }',
  answerObjection: 'mutation { answerObjection(proposal: "none", voice: "none", answer: "a") { proposal { id } } }',
  withdrawProposal: 'mutation { withdrawProposal(id: "none", reason: "r") { proposal { id } } }',
  proposals: '{ proposals { nodes { id } } }',
  vetoAggregate: 'mutation { vetoAggregate(scope: AUDITS, reason: "r") { veto { id } } }',
  liftAggregateVeto: 'mutation { liftAggregateVeto(id: "none", reason: "r") { veto { id } } }',
  answerPrompt:
    'mutation { answerPrompt(record: "none", prompt: "none", answer: NOT_YET, reason: "r") { record { id } } }',
  raiseAlert: `mutation { raiseAlert(record: "none", input: { code: "MEDICAL", certainty: INDICATED, severity: LOW, text: "t" }) { outcome } }`,
  approveAlert: 'mutation { approveAlert(order: "none") { outcome } }',
  returnAlert: 'mutation { returnAlert(order: "none", reason: "r") { outcome } }',
  reviewAlert: 'mutation { reviewAlert(record: "none", alert: "none", reviewDue: "2040-01-01") { outcome } }',
  extendAlert: 'mutation { extendAlert(record: "none", alert: "none", until: "2040-01-01") { outcome } }',
  endAlert: 'mutation { endAlert(record: "none", alert: "none", why: NO_LONGER, reason: "r") { outcome } }',
  correctAlert: 'mutation { correctAlert(record: "none", alert: "none", reason: "r") { outcome } }',
  alertsToReview: '{ alertsToReview { nodes { alert { id } } } }',
  alertsToApprove: '{ alertsToApprove { nodes { id } } }',
  audit: `{ audit(category: "MEDICAL", window: { from: "2026-01-01", to: "2026-03-31" }, rules: "r") { category } }`,
  reaudit: `{ reaudit(category: "MEDICAL", before: { from: "2026-01-01", to: "2026-03-31" }, after: { from: "2026-01-01", to: "2026-03-31" }, rules: "r") { refused } }`,
  ruleSets: '{ ruleSets { id } }',
  addRuleSet: 'mutation { addRuleSet(text: "t") { faults { line } } }',
  ledgerIntegrity: '{ ledgerIntegrity { state } }',
  notices: '{ notices { nodes { id } } }',
  markNoticeRead: 'mutation { markNoticeRead(id: "none") { notice { id } } }',
};
/** The purpose that some actions need; for the others any purpose will do. */
const purposeFor: Readonly<Partial<Record<Action, string>>> = {
  ...{ breakGlass: 'EMERGENCY', recordOpeningRole: 'FV_PROTECTION', assertLegalBasis: 'CHILD_SAFETY' },
  ...{ audit: 'QUALITY_IMPROVEMENT', reaudit: 'QUALITY_IMPROVEMENT', ledgerIntegrity: 'QUALITY_IMPROVEMENT' },
};

/** Who may do what, written out; the hub's own table must say the same. */
const workers = ['mara', 'vera', 'lena', 'paul'];
const leads = ['lena', 'paul'];
const staff = [...workers, 'priya', 'eve', 'cora'];
const facilitators = [...leads, 'priya', 'cora'];
const expected: Readonly<Record<string, readonly string[]>> = {
  recordConsent: [...workers, 'ada'],
  narrowConsent: [...workers, 'ada'],
  withdrawConsent: [...workers, 'ada'],
  requestConsent: workers,
  recordStanding: workers,
  recordOpeningStanding: ['mara', ...leads],
  recordProxy: workers,
  endProxy: workers,
  recordRole: workers,
  recordOpeningRole: leads,
  endRole: leads,
  assertLegalBasis: leads,
  endLegalBasis: workers,
  addBlock: workers,
  liftBlock: leads,
  blocks: leads,
  breakGlass: ['mara', 'lena', 'paul'],
  endBreakGlass: workers,
  reviewBreakGlass: [...leads, 'priya'],
  sayClientTold: [...workers, 'priya'],
  breakGlasses: [...leads, 'priya'],
  linkReview: workers,
  linksDenied: workers,
  decideLink: workers,
  proposeLink: workers,
  separateRecord: workers,
  reopenLink: workers,
  exercises: staff,
  createExercise: facilitators,
  revealRound: facilitators,
  openRound: facilitators,
  closeExercise: facilitators,
  joinExercise: staff,
  place: staff,
  noteBarriers: staff,
  proposeFromExercise: staff,
  raiseProposal: staff,
  voice: [...workers, 'priya', 'eve'],
  answerObjection: staff,
  withdrawProposal: staff,
  proposals: staff,
  vetoAggregate: ['eve'],
  liftAggregateVeto: ['eve'],
  audit: [...facilitators, 'eve'],
  reaudit: [...facilitators, 'eve'],
  ruleSets: staff,
  addRuleSet: [...leads, 'cora'],
  ledgerIntegrity: [...leads, 'priya', 'eve'],
  notices: staff,
  markNoticeRead: staff,
  answerPrompt: workers,
  raiseAlert: workers,
  approveAlert: leads,
  returnAlert: leads,
  reviewAlert: workers,
  extendAlert: leads,
  endAlert: leads,
  correctAlert: leads,
  alertsToReview: leads,
  alertsToApprove: leads,
};
const everybody = {
  mara: 'PRACTITIONER',
  vera: 'PRACTITIONER',
  lena: 'TEAM_LEADER',
  paul: 'PRACTICE_LEAD',
  priya: 'MANAGER',
  eve: 'EXECUTIVE',
  cora: 'COORDINATOR',
  ada: 'CLIENT',
} as const satisfies Partial<Record<TestUser, Role>>;
const users = Object.keys(everybody) as readonly (keyof typeof everybody)[];

test('every mutation of the graph is in the table, and is tried here', () => {
  const mutations = Object.keys(buildSchema(committedApi()).getMutationType()?.getFields() ?? {});
  expect(mutations.filter((name) => !(name in actions) || !(name in documents))).toEqual([]);
  // Tested where there is something to review or to take back (tests/lifeCycle/breakGlass.test.ts,
  // tests/linkage/apart.test.ts), and where the answer is null rather than a refusal (tests/quality/agencyStanding.test.ts).
  const elsewhere = ['reviewGraveBreakGlass', 'reopenOthersLink', 'agencyStanding'];
  expect(Object.keys(actions).filter((name) => !(name in expected) && !elsewhere.includes(name))).toEqual([]);
});

test.each(Object.keys(expected))(
  '%s is allowed for its roles, and refused to all others before anything is looked up',
  async (action) => {
    const allowed: string[] = [];
    for (const as of users) {
      const claimable: readonly string[] = purposesOf(everybody[as]);
      const wanted = purposeFor[action as Action];
      const purpose = wanted && claimable.includes(wanted) ? wanted : claimable[0];
      const { body } = await hub.ask({ as, query: documents[action] ?? '', ...(purpose && { purpose }) });
      const codes: readonly string[] = (JSON.parse(body).errors ?? []).map(
        ({ extensions }: { extensions: { code: string } }) => extensions.code,
      );
      expect(
        codes.filter((code) => !/^(ROLE_REFUSED|PURPOSE_REFUSED|(CLIENT|CONSENT|FACT|PROPOSAL)_UNKNOWN)$/.test(code)),
      ).toEqual([]);
      if (!codes.includes('ROLE_REFUSED')) allowed.push(as);
      // Somebody whose role may not do it does not learn whether the person or thing exists.
      if (codes.includes('ROLE_REFUSED')) expect(codes).toEqual(['ROLE_REFUSED']);
    }
    expect(allowed).toEqual(users.filter((as) => expected[action]?.includes(as)));
  },
);

test('emergency access is taken in an emergency: under another purpose it is refused', async () => {
  await expect(hub.run('mara', documents.breakGlass ?? '')).rejects.toThrow(
    'PURPOSE_REFUSED: Your role may not use this purpose for this request. This can be done under EMERGENCY.',
  );
});

test('a requester can ask beforehand what they may do', async () => {
  const mayDo = async (as: TestUser, purpose: string) => (await hub.run(as, '{ me { mayDo } }', {}, purpose)).me.mayDo;
  expect(await mayDo('mara', 'EMERGENCY')).toContain('breakGlass');
  expect(await mayDo('mara', 'SERVICE_COORDINATION')).not.toContain('breakGlass');
  expect(await mayDo('vera', 'EMERGENCY')).not.toContain('breakGlass');
  expect(await mayDo('eve', 'ADMINISTRATION')).toEqual([
    ...['exercises', 'joinExercise', 'place', 'noteBarriers', 'proposeFromExercise'],
    ...['raiseProposal', 'voice', 'answerObjection', 'withdrawProposal', 'proposals'],
    ...[
      'vetoAggregate',
      'liftAggregateVeto',
      'ruleSets',
      'agencyStanding',
      'ledgerIntegrity',
      'notices',
      'markNoticeRead',
    ],
  ]);
});
