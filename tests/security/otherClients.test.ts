import { type AttackedHub, attackedHub } from '../lib/attackedHub.ts';
import { fileFacts } from '../lib/people.ts';

// A client who signs in reads their own file. What others agreed to share with an agency is for its workers, not for its
// clients: one client may be looking for another.

let hub: AttackedHub;
beforeAll(async () => {
  hub = await attackedHub();
  await fileFacts(hub.store, {
    records: [{ person: 'bob', agency: 'harbour', number: 77, handle: 'bob-2' }],
    consents: [
      // For Harbour, for any purpose; for any agency, to work together; for any agency and any purpose.
      { id: 'cb1', subject: 'bob', rule: { except: [{ agencies: ['harbour'], categories: ['IDENTITY'] }] } },
      {
        ...{ id: 'cb2', subject: 'bob' },
        rule: { except: [{ purposes: ['SERVICE_COORDINATION'], categories: ['ADDRESS', 'CONTACT'] }] },
      },
      { id: 'cb3', subject: 'bob', rule: { except: [{ categories: ['CONTACT'] }] } },
    ],
  });
});
afterAll(() => hub?.stop());

const data = async (query: string, as: 'ada' | 'mara') => {
  const purpose = as === 'ada' ? 'CLIENT_ACCESS' : 'SERVICE_COORDINATION';
  return JSON.parse((await hub.ask({ as, purpose, query })).body).data;
};
const bob = '{ client(id: "bob") { id name { given } records { address { line } contact { phone } } } }';

test('a worker of the agency sees what a person said that it may know', async () => {
  const { client } = await data(bob, 'mara');
  expect(client).toMatchObject({ id: 'bob', name: { given: 'Bob' } });
  expect(JSON.stringify(client)).toContain('03 5550 0008');
});

test('one of its clients sees nothing of another, whichever way they ask', async () => {
  const find = '{ findClients(match: { given: "Bob", family: "Vale", dateOfBirth: "1990-02-03", sex: MALE }) { id } }';
  expect(await data(bob, 'ada')).toEqual({ client: null });
  expect(await data(find, 'ada')).toEqual({ findClients: [] });
  expect(await data('{ caseload(of: AGENCY) { nodes { id } } }', 'ada')).toEqual({
    caseload: { nodes: [{ id: 'ada' }] },
  });
  const board = await data('{ alerts(of: AGENCY) { nodes { client { id } } } }', 'ada');
  expect(new Set(board.alerts.nodes.map(({ client }: { client: { id: string } }) => client.id))).toEqual(
    new Set(['ada']),
  );
});

test('and still reads their own file', async () => {
  expect(await data('{ me { client { id name { given } } } }', 'ada')).toEqual({
    me: { client: { id: 'ada', name: { given: 'Ada' } } },
  });
});
