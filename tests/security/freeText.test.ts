import { type AttackedHub, attackedHub, filedRows, hiddenStreet } from '../lib/attackedHub.ts';

// Somebody wrote a withheld address into text that is released, such as an alert of a permitted category.

const alert = (no: number, words: string, reason = ''): string =>
  `#${no} FV-H A O 0${no}/03/2026 L1${reason && ` END 01/06/2026 (${reason})`} = ${words}`;
const telling = ['Partner knows 2 hidden road!', 'Ring 5550-0009 first', 'Ask for Ada'];

let hub: AttackedHub;
beforeAll(async () => {
  const texts = [...telling.map((words, index) => alert(index + 1, words)), alert(4, 'Moved', `to ${hiddenStreet}`)];
  const rows = filedRows({
    ada: { ALRT_TXT: texts.join(' // '), CULT: 'Kurdish' },
    wattle: {
      TBL_CTACT: [
        { PRS_NO: 2, PH_NO: '03 5550 0009', EML: '', ADR_LN: hiddenStreet, ADR_SB: 'Springvale', SMS_OK: 'Y' },
        { PRS_NO: 4, PH_NO: '', EML: '', ADR_LN: '', ADR_SB: '', SMS_OK: 'Y' },
      ],
      TBL_NOTE: telling.map((NT_TXT, index) => ({
        ...{ NT_NO: index + 1, PRS_NO: 2, NT_DT: '02/03/2026', NT_TYP: 'R', NT_BY: 'TN', NT_TXT },
      })),
    },
  });
  hub = await attackedHub({ rows });
});
afterAll(() => hub.stop());

const ways = [
  ['an alert of a record', '{ client(id: "ada") { records { alerts { text endedReason } } } }'],
  ['an alert of the person', '{ client(id: "ada") { alerts { nodes { alert { a: text b: endedReason } } } } }'],
  ['an alert of the board', '{ alerts(of: AGENCY) { edges { node { alert { text endedReason } } } } }'],
  ['a note', '{ client(id: "ada") { records { notes { ...N } } } } fragment N on Note { text }'],
] as const;

test.each(ways)(
  '%s that holds a withheld address or telephone number is shown without its text',
  async (_what, query) => {
    const { status, body } = await hub.ask({ as: 'mara', query });
    expect(status).toBe(200);
    expect(body).toContain('Ask for Ada');
    expect(body).not.toMatch(/hidden|5550/i);
    // The agency that filed it can read all of it, so it was there to be shown.
    expect((await hub.ask({ as: 'tess', query })).body).toContain('Ring 5550-0009 first');
  },
);

test('an alert whose text is withheld still counts, keeps its place and shows its severity', async () => {
  const query = '{ client(id: "ada") { alerts { totalCount nodes { alert { severity text } } } } }';
  const { alerts } = JSON.parse((await hub.ask({ as: 'mara', query })).body).data.client;
  expect(alerts.totalCount).toBe(6);
  expect(alerts.nodes.filter((node: { alert: { text: null } }) => node.alert.text === null)).toEqual(
    Array(2).fill({ alert: { severity: 'HIGH', text: null } }),
  );
});

test('text is withheld whole: no part of it is anywhere in the answer', async () => {
  const query = '{ client(id: "ada") { records { alerts { text endedReason } notes { text } } } }';
  const { body } = await hub.ask({ as: 'mara', query });
  expect(body).not.toMatch(/Partner knows|first|\*\*|…/);
  expect(body).toContain('"endedReason":null');
});
