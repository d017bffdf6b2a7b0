// The partnership's own work: what is asked of the hub, and of the bare gateway for the same. Other clients and workers in every request.
import { agencyId, clientId, clients, perWorker, workers } from './rows.mjs';

/** What is asked of a record where all of it is. */
export const fields = `identity { name { given family } dateOfBirth } contact { phone }
  involvement { programme worker { name phone } } needs { code identifiedOn } alerts { code severity text raisedOn }`;
const alertOf = 'alert { code severity text raisedOn } client { id }';
const alerts = 'alerts { code severity text raisedOn }';
/** Page after page of a caseload, each worker in turn: where it begins, by number of the client before. */
const pages = perWorker / 50;

/** The bare gateway has one type an agency: whoever wants all that is known of somebody names every agency. */
const everyAgency = (level, selection) =>
  Array.from({ length: level }, (_, n) => `${agencyId(n)} { ${selection} }`).join(' ');

const lastBefore = (worker, page) => (page === 0 ? null : clientId((page * 50 - 1) * workers.length + worker));

/** The page of a caseload that is asked for in the n-th request. */
const pageOf = (n) => ({
  worker: workers[n % workers.length],
  after: lastBefore(n % workers.length, Math.floor(n / workers.length) % pages),
});

/** Each: the bodies of the hub, the bare gateway and what is written by hand for the n-th request, and the facts in an answer, in an order of their own. */
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
    // The hub puts all of a board in order, tells how many there are and the most urgent 200, its largest page; the bare gateway has no such
    // list, so whoever asks it takes all 500, and has them to put in order.
    factsOf: {
      hub: ({ alerts: { totalCount } }) => Array.from({ length: totalCount }, () => 'an alert'),
      bare: ({ caseload }) =>
        caseload.flatMap((client) =>
          Object.values(client).flatMap((record) => (record ? record.alerts.map(() => 'an alert') : [])),
        ),
    },
  },
});
