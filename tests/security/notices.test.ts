import { type AttackedHub, attackedHub, hiddenStreet } from '../lib/attackedHub.ts';

// A notice only says that something is waiting. Its subject is requested separately, and shown by the rules of that moment.

let hub: AttackedHub;
beforeAll(async () => {
  hub = await attackedHub();
});
afterAll(() => hub?.stop());

const secret = 'He has found out that she is at the refuge in Quiet St.';
const everything = `{ notices(unreadOnly: false) { edges { cursor } nodes { id kind at readAt client { id name { given } records { id address { line }
  notes { text } } } request { id purposes categories askedBy agency { id } } breakGlass { id reason categories grave takenBy agency { id }
  review { note outcome } } } } }`;

test('a notice carries nothing of what it is about: no reason, no category, no note of a review', async () => {
  const take = 'mutation ($glass: BreakGlassInput!) { breakGlass(glass: $glass) { breakGlass { id } } }';
  const glass = { client: 'ada', reason: secret, categories: ['MENTAL_HEALTH'] };
  const taken = await hub.ask({ as: 'mara', purpose: 'EMERGENCY', query: take, variables: { glass } });
  const { id } = JSON.parse(taken.body).data.breakGlass.breakGlass;
  const review = `mutation { reviewBreakGlass(review: { id: "${id}", outcome: JUSTIFIED, note: "${secret}" }) { breakGlass { id } } }`;
  expect((await hub.ask({ as: 'lena', query: review })).body).toContain(id);
  for (const as of ['tess', 'tom'] as const) {
    const { body } = await hub.ask({ as, query: everything });
    expect(body).toContain('GLASS_BROKEN');
    expect(body).not.toMatch(/refuge|Quiet|MENTAL_HEALTH/);
  }
});

test('what a notice leads to is shown as if it were requested directly: nothing more, not even by a cursor', async () => {
  const { body } = await hub.ask({ as: 'lena', query: everything });
  expect(body).toContain('GLASS_TO_REVIEW');
  expect(body).not.toContain(hiddenStreet);
  const [cursor] = [...body.matchAll(/"cursor":"([\w-]+)"/g)].map(([, found]) => found);
  const next = (as: 'lena' | 'paul') =>
    hub.ask({ as, query: `{ notices(unreadOnly: false, after: "${cursor}") { nodes { id } } }` });
  expect((await next('lena')).body).toContain('"data"');
  expect((await next('paul')).body).toContain('CURSOR_REFUSED');
});
