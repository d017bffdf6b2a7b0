// The three questions of `hub.mjs` answered by hand-written code in plain Node: the most that can be reached. It uses the same links and
// bare agencies as the bare gateway. It parses no GraphQL, checks nothing, handles no errors, and has no identity, consent, permits or
// ledger.
import { createServer } from 'node:http';
import { Pool } from 'undici';
import { openLinks } from './links.mjs';
import { fields } from './questions.mjs';
import { recordType } from './recordType.mjs';

const told = new Promise((resolve) => process.once('message', resolve)); // [{ id, url }]
const links = openLinks(process.env.DATABASE_URL);
const headers = { 'content-type': 'application/json' };
const agencies = new Map(
  (await told).map(({ id, url }) => {
    const ask = `query($r:[_Any!]!){_entities(representations:$r){...on ${recordType(id)}`;
    const textOf = (selection) => JSON.stringify(`${ask}{${selection}}}}`);
    return [
      id,
      {
        ...{ pool: new Pool(new URL(url).origin, { connections: 32 }), path: new URL(url).pathname },
        ...{
          type: recordType(id),
          whole: textOf(fields),
          alerts: textOf(`alerts{id code severity status text raisedOn}`),
        },
      },
    ];
  }),
);

/** These people's records as their agencies return them, person by person: one request per agency. */
async function recordsOf(clients, what) {
  const asked = new Map();
  const places = clients.map(({ id: _, ...records }) =>
    Object.entries(records).map(([agency, { id: number }]) => {
      const numbers = asked.get(agency) ?? [];
      asked.set(agency, numbers);
      return { agency, at: numbers.push(number) - 1 };
    }),
  );
  const came = new Map();
  await Promise.all(
    [...asked].map(async ([id, numbers]) => {
      const { pool, path, type, [what]: query } = agencies.get(id);
      const r = numbers.map((number) => ({ __typename: type, id: number }));
      const { body } = await pool.request({
        ...{ method: 'POST', path, headers, body: `{"query":${query},"variables":{"r":${JSON.stringify(r)}}}` },
      });
      const { data } = await body.json();
      came.set(id, data._entities);
    }),
  );
  return places.map((all) => all.map(({ agency, at }) => came.get(agency)[at]));
}

const graveness = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];
const placeOf = ({ status, severity, raisedOn, id }) =>
  `${status === 'ACTIVE' || status === 'UNDER_REVIEW' ? 0 : 1}${3 - graveness.indexOf(severity)}${99_999 - Date.parse(raisedOn) / 86_400_000}${id}`;

const answers = {
  client: async ({ id }) => ({ client: { records: (await recordsOf([await links.client(id)], 'whole'))[0] } }),
  caseload: async ({ worker, after }) => {
    const records = await recordsOf(await links.caseload(worker, 50, after), 'whole');
    return { caseload: { nodes: records.map((one) => ({ records: one })) } };
  },
  board: async ({ worker, first }) => {
    const clients = await links.caseload(worker, first);
    const records = await recordsOf(clients, 'alerts');
    const all = records.flatMap((mine, at) =>
      mine.flatMap(({ alerts }) => alerts.map((alert) => ({ at: placeOf(alert), alert, client: clients[at].id }))),
    );
    all.sort((a, b) => (a.at < b.at ? -1 : 1));
    const nodes = all.slice(0, 200).map(({ alert: { code, severity, text, raisedOn }, client }) => ({
      ...{ alert: { code, severity, text, raisedOn }, client: { id: client } },
    }));
    return { alerts: { totalCount: all.length, nodes } };
  },
};

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const { question, variables } = JSON.parse(Buffer.concat(chunks).toString());
    const answer = Buffer.from(JSON.stringify({ data: await answers[question](variables) }));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length });
    response.end(answer);
  });
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}/` }));
process.once('disconnect', () => process.exit(0));
