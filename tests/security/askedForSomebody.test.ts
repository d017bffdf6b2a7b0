import type { Transport } from '@accord/server/exchange/Transport';
import { type AttackedHub, attackedHub } from '../lib/attackedHub.ts';

// What nobody is told, no agency is asked: the hub merges alerts by a few fields, and asks for the others only where somebody wants them.

const sent: string[] = [];
const recording = (transport: Transport): Transport => ({
  ...transport,
  send: (message) => {
    sent.push(message.body);
    return transport.send(message);
  },
});

let hub: AttackedHub;
beforeAll(async () => {
  hub = await attackedHub({ disturb: recording });
});
afterAll(() => hub.stop());

const handedOn = {
  ...{ text: 'text', raisedBy: 'raisedBy', expires: 'expires', endedOn: 'endedOn', endedReason: 'endedReason' },
  concerns: 'concerns { role isClient }',
};
const lists = ['alerts(of: AGENCY)', 'client(id: "ada") { alerts'] as const;

/** The alerts of a list, of each what is selected; and which of the fields above agencies were asked for meanwhile. */
async function ask(list: string, selected: string, fragments = '') {
  const query = `{ list: ${list} { totalCount nodes { alert { ${selected} } } } ${list.includes('{') ? '}' : ''} } ${fragments}`;
  sent.length = 0;
  const { data, errors } = JSON.parse((await hub.ask({ as: 'mara', query })).body);
  expect(errors).toBeUndefined();
  const { nodes } = data.list.alerts ?? data.list;
  const alerts: readonly Readonly<Record<string, unknown>>[] = nodes.map(({ alert }: { alert: object }) => alert);
  expect(alerts.length).toBeGreaterThan(1);
  const asked = Object.keys(handedOn).filter((name) => sent.some((body) => new RegExp(`\\b${name}\\b`).test(body)));
  return { alerts, asked };
}

describe.each(lists)('%s', (list) => {
  test('of alerts in an order and counted, agencies are asked for nothing that is only handed on', async () => {
    expect((await ask(list, 'code severity raisedOn reviewDue status certainty')).asked).toEqual([]);
  });

  test.each(Object.entries(handedOn))(
    '%s is asked where it is wanted, and told as among all',
    async (name, selection) => {
      const whole = await ask(list, Object.values(handedOn).join(' '));
      expect(whole.asked).toEqual(Object.keys(handedOn));
      const { alerts, asked } = await ask(list, selection);
      expect(asked).toEqual([name]);
      expect(alerts).toEqual(whole.alerts.map((alert) => ({ [name]: alert[name] })));
    },
  );

  test('it is wanted under an alias, in a fragment and where a directive may leave it out', async () => {
    const { alerts, asked } = await ask(
      list,
      'words: text ...Parts ... @skip(if: false) { raisedBy }',
      'fragment Parts on Alert { part: concerns { role } }',
    );
    expect(asked).toEqual(['text', 'raisedBy', 'concerns']);
    const whole = await ask(list, 'text concerns { role } raisedBy');
    expect(alerts).toEqual(
      whole.alerts.map(({ text, concerns, raisedBy }) => ({ words: text, part: concerns, raisedBy })),
    );
  });
});
