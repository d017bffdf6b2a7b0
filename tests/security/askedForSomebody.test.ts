import type { Transport } from '@accord/server/exchange/Transport';
import { type AttackedHub, attackedHub } from '../lib/attackedHub.ts';

// The hub does not ask agencies for what it returns to nobody. It merges alerts by a few fields, and asks for the others only
// if the query selects them, or if they decide what is in a list that the query selects.

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
/** Each list of alerts, with or without arguments, and with this selection. */
const lists = {
  'the alert board': (given: string, selected: string) => `{ list: alerts(of: AGENCY ${given}) { ${selected} } }`,
  'the alerts of a client': (given: string, selected: string) =>
    `{ client(id: "ada") { list: alerts${given && `(${given})`} { ${selected} } } }`,
};
type List = (typeof lists)[keyof typeof lists];

/** The items of a list, after a check that there are some, and which fields agencies were asked for meanwhile. */
async function told(query: string) {
  sent.length = 0;
  const { data, errors } = JSON.parse((await hub.ask({ as: 'mara', query })).body);
  expect(errors).toBeUndefined();
  const { totalCount, nodes } = (data.client ?? data).list;
  expect(totalCount).toBeGreaterThan(1);
  const wasAsked = (name: string): boolean => sent.some((body) => new RegExp(`\\b${name}\\b`).test(body));
  return { nodes, wasAsked };
}

/** The alerts of a list with this selection, and which of the fields above agencies were asked for meanwhile. */
async function ask(list: List, selected: string, fragments = '') {
  const { nodes, wasAsked } = await told(`${list('', `totalCount nodes { alert { ${selected} } }`)} ${fragments}`);
  const alerts: readonly Readonly<Record<string, unknown>>[] = nodes.map(({ alert }: { alert: object }) => alert);
  expect(alerts.length).toBeGreaterThan(1);
  return { alerts, asked: Object.keys(handedOn).filter(wasAsked) };
}

describe.each(Object.entries(lists))('%s', (_name, list) => {
  test('to sort and count alerts, agencies are not asked for fields that are only passed on', async () => {
    expect((await ask(list, 'code severity raisedOn reviewDue status certainty')).asked).toEqual([]);
  });

  test.each(Object.entries(handedOn))(
    '%s is asked for if it is selected, and returned as when everything is',
    async (name, selection) => {
      const whole = await ask(list, Object.values(handedOn).join(' '));
      expect(whole.asked).toEqual(Object.keys(handedOn));
      const { alerts, asked } = await ask(list, selection);
      expect(asked).toEqual([name]);
      expect(alerts).toEqual(whole.alerts.map((alert) => ({ [name]: alert[name] })));
    },
  );

  test('it counts as selected under an alias, in a fragment, and if a directive may leave it out', async () => {
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

  test.each([
    ['gravest first, whatever they are', '', '', []],
    ['under a filter', 'filter: { certainty: [DISCLOSED, INDICATED, ASSESSED] }', '', ['certainty', 'reviewDue']],
    ['by the day of their review', 'orderBy: REVIEW_DUE', '', ['reviewDue']],
    ['with whether their review is overdue', '', 'reviewOverdue', ['reviewDue']],
    ['with how sure they are', '', 'alert { certainty }', ['certainty']],
  ])(
    'fields that filter or sort a list are asked for when the query does that: %s',
    async (_how, given, selected, wanted) => {
      const { wasAsked } = await told(list(given, `totalCount nodes { alert { code } ${selected} }`));
      expect(['certainty', 'reviewDue'].filter(wasAsked)).toEqual(wanted);
    },
  );
});
