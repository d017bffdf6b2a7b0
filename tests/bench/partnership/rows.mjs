// What is on file in the invented partnership of `hub.mjs`: numbers, not people. The first two agencies have the same clients, whatever the
// number of agencies; each further one has a few clients of its own.
import { categoryCodes } from '@accord/contract/vocabulary';

export const workers = Array.from({ length: 10 }, (_, n) => `worker${n}`);
/** The size of each worker's caseload; the alert board covers as many. */
export const perWorker = 200;
export const clients = Array.from({ length: workers.length * perWorker }, (_, n) => n);

export const agencyId = (n) => `agency${String(n + 1).padStart(3, '0')}`;
export const clientId = (n) => `c${String(n).padStart(5, '0')}`;
/** Alternately two and three alerts per client over both agencies: 500 on a worker's board. */
const alertsOf = (n, agency) => (agency === 0 ? 1 + (Math.floor(n / workers.length) % 2) : 1);

/** HarbourCare's tables for agency number `agency`; `mine` are its clients. */
export function agencyRows(agency, mine) {
  const record = (n) => recordNumber(n, agency);
  const types = ['MED', 'COM', 'INT', 'CRT', 'WSP', 'CUL', 'KID', 'SSH'];
  return {
    programme: [{ id: 1, name: `Programme of ${agencyId(agency)}` }],
    staff: workers.map((username, id) => ({
      ...{ id: id + 1, username, full_name: `Worker ${id} of ${agencyId(agency)}`, position_code: 'SW', team: 'One' },
      phone: `03 5550 ${String(id).padStart(4, '0')}`,
    })),
    client: mine.map((n) => ({
      ...{
        id: record(n),
        given_name: `Given${n}`,
        family_name: `Family${n % 97}`,
        date_of_birth: `19${60 + (n % 40)}-0${1 + (n % 9)}-15`,
      },
      ...{ dob_accuracy: 'AAA', sex: 1 + (n % 2), main_language: 'English', cultural_identity: null },
      ...{
        no_voicemail: false,
        no_sms: false,
        no_letters: false,
        programme_id: 1,
        case_worker_id: 1 + (n % workers.length),
      },
      registered_on: '2026-01-05',
    })),
    client_contact: mine.map((n) => ({
      client_id: record(n),
      kind: 'phone',
      value: `04 5550 ${String(n).padStart(4, '0')}`,
    })),
    client_address: mine.map((n) => ({
      ...{ client_id: record(n), line: `${n} Invented St`, suburb: 'Noble Park', state: 'VIC', postcode: '3174' },
    })),
    client_need: mine.flatMap((n) =>
      [3, 11].map((reason_code, at) => ({
        id: record(n) * 10 + at,
        client_id: record(n),
        reason_code,
        identified_on: '2026-02-03',
      })),
    ),
    client_alert: mine.flatMap((n) =>
      Array.from({ length: alertsOf(n, agency) }, (_, at) => ({
        ...{
          id: record(n) * 10 + at,
          client_id: record(n),
          alert_type_code: types[(n + at) % types.length],
          basis: 'D',
        },
        ...{
          severity: 1 + (n % 4),
          status: 'open',
          details: `What ${agencyId(agency)} wrote down of number ${record(n)}.`,
        },
        ...{ raised_on: `2026-0${1 + (n % 9)}-01`, raised_by_position: 'SW' },
      })),
    ),
  };
}

/** An agency's own number for a client: different at each agency. */
const recordNumber = (n, agency) => n + 1 + agency * 100;

/** What the hub has on file: records, and for each client one consent that opens everything to all for the purpose used here. */
export function hubRows(level) {
  const own = furtherClients(level);
  const held = [...clients.flatMap((n) => [0, 1].map((agency) => ({ n, agency }))), ...own];
  const ids = [...clients, ...own.map(({ n }) => n)];
  return {
    client: ids.map((n) => ({ id: clientId(n) })),
    record: held.map(({ n, agency }) => ({
      ...{ handle: `h${clientId(n)}-${agency}`, agency_id: agencyId(agency), number: String(recordNumber(n, agency)) },
      ...{ client_id: clientId(n), worker: workers[n % workers.length], open: true, parts: 0 },
    })),
    consent: ids.map((n) => ({
      ...{ id: `consent-${clientId(n)}`, client_id: clientId(n), status: 'active', language: 'English' },
      ...{ recorded_by_agency: agencyId(0), recorded_by: workers[0], recorded_at: '2026-01-06T00:00:00Z' },
      body: {
        ...{ base: 'deny', effective: { from: '2026-01-01' }, givenBy: { person: clientId(n), capacity: 'self' } },
        rule: { except: [{ agencies: [agencyId(0), agencyId(1)], categories: categoryCodes }] },
        evidence: { kind: 'signed', noticeVersion: '1', language: 'English' },
      },
    })),
  };
}

/** The clients of the further agencies, each known to one agency only. */
export const furtherClients = (level) =>
  Array.from({ length: Math.max(0, level - 2) * 5 }, (_, at) => ({
    n: clients.length + at,
    agency: 2 + (at % (level - 2)),
  }));
