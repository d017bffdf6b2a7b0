import type { Choices } from './Choices.ts';

/**
 * A mutation that opens nothing to its requester: a refusal, a block or a protective statement about anybody; a consent, a
 * finding or emergency access for somebody whom their agency does not know; or the end of something on file. After a mutation
 * that opens something, two worlds may rightly differ.
 *
 * A mutation that takes something back does not select the client's fields: another fact on file may rightly still apply.
 */
export function randomMutation(choices: Choices) {
  if (choices.chance(30)) return takingBack(choices);
  if (choices.chance(50)) return saying(choices);
  return consenting(choices);
}

const ids = ['c0', 'x0', 'x1', 'c1', 'x2', 'b0', 'y0', 's0', 's1', 'z0', 'z1', 'n1', 'c9', '__proto__', ''];
const people = ['ada', 'bob', 'carl', 'dora', 'nobody', 'constructor', ''];
/** Clients whom no requester's agency knows in any world. */
const unknown = ['nobody', 'constructor', ''];

/** Ends, lifts, withdraws, marks, narrows or reviews something, by an id that may be anybody's or nobody's. */
function takingBack(choices: Choices) {
  const query = choices.pick([
    'mutation M($id: ID!) { withdrawConsent(id: $id) { consent { id status words withdrawnAt } } }',
    'mutation M($id: ID!) { liftBlock(id: $id, why: "w") { block { id kind endedAt } } }',
    'mutation M($id: ID!) { endRole(id: $id, why: "w") { role { id role reason endedAt } } }',
    'mutation M($id: ID!) { endProxy(id: $id, why: USES_VIOLENCE) { proxy { id capacity endedAt } } }',
    'mutation M($id: ID!) { endLegalBasis(id: $id, why: "w") { legalBasis { id kind endedAt } } }',
    'mutation M($id: ID!) { endBreakGlass(id: $id) { breakGlass { id takenBy endedAt } } }',
    'mutation M($id: ID!) { reviewBreakGlass(review: { id: $id, outcome: JUSTIFIED, note: "n" }) { breakGlass { id grave } } }',
    'mutation M($id: ID!) { sayClientTold(id: $id, clientTold: NOT_SAFE) { breakGlass { id clientTold } } }',
    'mutation M($id: ID!) { markNoticeRead(id: $id) { notice { id kind } } }',
    'mutation M($id: ID!) { decideLink(decision: { pair: $id, word: SAME, reason: "r" }) { linked } }',
    'mutation M($id: ID!) { proposeLink(mine: "ada-1", theirs: $id, reason: "r") { linked } }',
    'mutation M($id: ID!) { separateRecord(record: $id, reason: "r") { toldTo { id } } }',
    'mutation M($id: ID!) { reopenLink(pair: $id, reason: "r") { client { id } } }',
    `mutation M($id: ID!) { narrowConsent(narrowing: { id: $id, leaveOut: [{ categories: ["FV_RISK"] }], evidence: VERBAL,
      noticeVersion: "1", language: "English" }) { consent { id status except { categories } } } }`,
  ]);
  return { query, variables: { id: choices.pick(ids) } };
}

/** Fields of the client that may be selected with the answer. */
const seen = (choices: Choices): string =>
  choices.pick([
    'id',
    'id client { id name { given family } alerts { totalCount nodes { alert { text } record { id } } } }',
    'id client { records { id contact { phone } notes { text } } withheld { category } roles { role } blocks { kind } }',
  ]);

/** Puts on file something that closes, protects, or is about somebody unknown; or asks for a consent. */
function saying(choices: Choices) {
  const client = choices.pick(people);
  const below = seen(choices);
  return choices.pick([
    {
      query: `mutation M($block: BlockInput!) { addBlock(block: $block) { block { ${below} } } }`,
      variables: {
        block: {
          ...{ client, kind: choices.pick(['SAFETY_BLOCK', 'COURT_SUPPRESSION']) },
          ...(choices.chance(70) && { categories: choices.some(['FV_RISK', 'ADDRESS', 'SERVICE_USE', 'NOTHING'], 50) }),
          ...(choices.chance(40) && { against: [choices.pick(people)] }),
          ...(choices.chance(20) && { records: [choices.pick(['ada-1', 'ada-2', 'a-dora', 'x'])] }),
        },
      },
    },
    {
      query: `mutation M($role: RoleInput!) { recordRole(role: $role) { role { ${below} } } }`,
      variables: {
        role: { client, role: choices.pick(['VICTIM_SURVIVOR', 'LINKED_PERSON', 'CLIENT', 'x']), reason: 'Said so.' },
      },
    },
    {
      query: `mutation M($proxy: ProxyInput!) { recordProxy(proxy: $proxy) { proxy { ${below} } } }`,
      variables: { proxy: { client, capacity: choices.pick(['PARENT', 'GUARDIAN']), person: choices.pick(people) } },
    },
    {
      query: `mutation M($basis: LegalBasisInput!) { assertLegalBasis(basis: $basis) { legalBasis { ${below} } } }`,
      variables: {
        basis: { client: choices.pick(unknown), kind: choices.pick(['SERIOUS_THREAT', 'x']), reason: 'There is one.' },
      },
    },
    {
      query: `mutation M($glass: BreakGlassInput!) { breakGlass(glass: $glass) { breakGlass { ${below} } } }`,
      variables: { glass: { client: choices.pick(unknown), reason: 'There is one.', categories: ['ADDRESS'] } },
    },
    {
      query: 'mutation M($request: ConsentRequestInput!) { requestConsent(request: $request) { sent } }',
      variables: { request: { client, ...(choices.chance(50) && { categories: ['FV_RISK'] }) } },
    },
  ]);
}

function consenting(choices: Choices) {
  const client = choices.pick(people);
  const unknownHere = ['dora', ...unknown].includes(client);
  const some = (name: string, values: readonly string[]) =>
    choices.chance(40) ? { [name]: choices.some(values, 50) } : {};
  const consent = {
    ...{ client, refuse: unknownHere ? choices.chance(50) : true },
    ...some('categories', ['FV_RISK', 'ADDRESS', 'SERVICE_USE', 'NOTHING']),
    ...some('agencies', ['harbour', 'wattle', 'kestrel', 'nobody']),
    ...some('sources', ['wattle', 'kestrel', '__proto__']),
    ...some('purposes', ['SERVICE_COORDINATION', 'EMERGENCY', 'NOTHING']),
    ...(choices.chance(10) && { from: '2026-03-01', to: '2026-02-01' }),
    ...(choices.chance(10) && { proxy: choices.pick(ids) }),
    ...{ evidence: 'VERBAL', noticeVersion: '1', language: 'English' },
  };
  const below = choices.pick([
    'id status',
    'client { id name { given family } alerts { totalCount nodes { alert { text } record { id } } } }',
    'names { categories agencies } client { records { id contact { phone } notes { text } } withheld { category } }',
  ]);
  return {
    query: `mutation R($consent: ConsentInput!) { recordConsent(consent: $consent) { consent { ${below} } } }`,
    variables: { consent },
  };
}
