import type { Choices } from './Choices.ts';

/** An operation requested by name (`documentId`), with its own variables and some that it does not know. */
export function namedOperation(choices: Choices, cursors: readonly string[]) {
  const documentId = choices.pick([
    'client-view',
    'alert-board',
    'caseload',
    'find-clients',
    'consents',
    'my-record',
    'withdrawal-effect',
    'vocabulary',
    'x',
  ]);
  const born = { given: 'Ada', family: 'Brook', dateOfBirth: '1990-02-03', sex: 'FEMALE' };
  const variables = {
    consent: choices.pick(['c0', 'c1', 'x0', 'none']),
    client: choices.pick(['ada', 'bob', 'carl', 'dora', 'nobody']),
    match: choices.pick([born, { ...born, given: 'Mia', dateOfBirth: '1991-04-05', sex: 'MALE' }, {}]),
    after: choices.pick([null, ...cursors, 'x']),
  };
  return { documentId, variables };
}
