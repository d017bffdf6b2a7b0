// The partnership's own work: what the hub is asked, and what the bare gateway is asked for the same facts. Clients and workers differ in
// every request.
import { agencyId, clientId, clients, perWorker, workers } from './rows.mjs';

/** The fields selected when all of a record is wanted. */
export const fields = `identity { name { given family } dateOfBirth } contact { phone }
  involvement { programme worker { name phone } } needs { code identifiedOn } alerts { code severity text raisedOn }`;
const alertOf = 'alert { code severity text raisedOn } client { id }';
const alerts = 'alerts { code severity text raisedOn }';
/** Pages of a caseload, one after another and for each worker in turn: where each begins, by the number of the client before it. */
const pages = perWorker / 50;

/** The bare gateway has one type per agency: to get everything known about somebody, a query must name every agency. */
const everyAgency = (level, selection) =>
  Array.from({ length: level }, (_, n) => `${agencyId(n)} { ${selection} }`).join(' ');

const lastBefore = (worker, page) => (page === 0 ? null : clientId((page * 50 - 1) * workers.length + worker));

/** The page of a caseload that the n-th request asks for. */
const pageOf = (n) => ({
  worker: workers[n % workers.length],
  after: lastBefore(n % workers.length, Math.floor(n / workers.length) % pages),
});

/**
 * For each question, the bodies of the n-th request to the hub, the bare gateway and the floor, and the facts in an answer, in a common
 * order.
 */
export const questionsAt = (level, cursors) => ({
  'client view': {
    hub: (n) => ({
      query: `query Client($id: ID!) { client(id: $id) { records { ${fields} } } }`,
      variables: { id: clientId(n % clients.length) },
      worker: workers[n % workers.length],
    }),
    bare: (n) => ({
      query: `query Client($id: ID!) { client(id: $id) { ${everyAgency(level, fields)} } }`,
      variables: { id: clientId(n % clients.length) },
    }),
    floor: (n) => ({ question: 'client', variables: { id: clientId(n % clients.length) } }),
    factsOf: { hub: ({ client }) => client.records, bare: ({ client }) => Object.values(client).filter(Boolean) },
  },
  'caseload of 50': {
    hub: (n) => ({
      query: `query Caseload($after: String) { caseload(of: MINE, first: 50, after: $after) { nodes { records { ${fields} } } } }`,
      variables: { after: cursors?.[n % workers.length]?.[Math.floor(n / workers.length) % pages] ?? null },
      worker: workers[n % workers.length],
    }),
    bare: (n) => ({
      query: `query Caseload($worker: String!, $after: String) { caseload(worker: $worker, first: 50, after: $after) { ${everyAgency(level, fields)} } }`,
      variables: pageOf(n),
    }),
    floor: (n) => ({ question: 'caseload', variables: pageOf(n) }),
    factsOf: {
      hub: ({ caseload }) => caseload.nodes.flatMap(({ records }) => records),
      bare: ({ caseload }) => caseload.flatMap((client) => Object.values(client).filter(Boolean)),
    },
  },
  'alert board of 500': {
    hub: (n) => ({
      query: `query Board { alerts(of: MINE, first: 200) { totalCount nodes { ${alertOf} } } }`,
      variables: {},
      worker: workers[n % workers.length],
    }),
    bare: (n) => ({
      query: `query Board($worker: String!) { caseload(worker: $worker, first: ${perWorker}) { ${everyAgency(level, alerts)} } }`,
      variables: { worker: workers[n % workers.length] },
    }),
    floor: (n) => ({ question: 'board', variables: { worker: workers[n % workers.length], first: perWorker } }),
    // The hub sorts the whole board, counts it and returns the most urgent 200, its largest page. The bare gateway has no such list, so a
    // caller must fetch all 500 and still has to sort them.
    factsOf: {
      hub: ({ alerts: { totalCount } }) => Array.from({ length: totalCount }, () => 'an alert'),
      bare: ({ caseload }) =>
        caseload.flatMap((client) =>
          Object.values(client).flatMap((record) => (record ? record.alerts.map(() => 'an alert') : [])),
        ),
    },
  },
});
