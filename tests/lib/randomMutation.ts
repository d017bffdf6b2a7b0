import type { Choices } from './Choices.ts';

/**
 * A mutation that opens nothing to its requester: a refusal of anybody, a consent of somebody their agency does not know, the
 * withdrawal of a consent. After a consent that opens something, two worlds may rightly differ.
 *
 * A withdrawal is answered without the client's fields: another consent on file may rightly still stand.
 */
export function randomMutation(choices: Choices) {
  if (choices.chance(30)) {
    const id = choices.pick(['c0', 'x0', 'x1', 'c1', 'x2', 'c9', '__proto__', '']);
    return {
      query: 'mutation W($id: ID!) { withdrawConsent(id: $id) { consent { id status words withdrawnAt } } }',
      variables: { id },
    };
  }
  const client = choices.pick(['ada', 'bob', 'carl', 'dora', 'nobody', 'constructor', '']);
  const unknownHere = ['dora', 'nobody', 'constructor', ''].includes(client);
  const some = (name: string, values: readonly string[]) =>
    choices.chance(40) ? { [name]: choices.some(values, 50) } : {};
  const consent = {
    ...{ client, refuse: unknownHere ? choices.chance(50) : true },
    ...some('categories', ['FV_RISK', 'ADDRESS', 'SERVICE_USE', 'NOTHING']),
    ...some('agencies', ['harbour', 'wattle', 'kestrel', 'nobody']),
    ...some('sources', ['wattle', 'kestrel', '__proto__']),
    ...some('purposes', ['SERVICE_COORDINATION', 'EMERGENCY', 'NOTHING']),
    ...(choices.chance(10) && { from: '2026-03-01', to: '2026-02-01' }),
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
