import type { Day, FiledRecord } from '@accord/people/InventedPerson';

/** The text of every row that was taken back. It must never be seen outside the agency's own tables. */
export const mistakenText = 'Entered against the wrong client.';

export type LeftBehind = Readonly<{
  /** Clients who were entered twice: only the client row was deleted; their needs, alerts and notes were forgotten. */
  enteredTwice: readonly FiledRecord[];
  /** Names, addresses, needs, alerts, notes and telephone numbers deleted from the files of clients who are still on file. */
  takenBack: readonly FiledRecord[];
}>;

const everyNth = 150;

/** What years of use leave behind in tables from which no row is ever removed. */
export function leftBehind(records: readonly FiledRecord[]): LeftBehind {
  const chosen = records.filter((_, position) => position % everyNth === 0);
  const free = {
    number: highest(records.map((record) => record.number)),
    need: highest(records.flatMap((record) => record.needs.map((need) => need.id))),
    alert: highest(records.flatMap((record) => record.alerts.map((alert) => alert.id))),
    note: highest(records.flatMap((record) => record.notes.map((note) => note.id))),
  };
  const mistaken = (record: FiledRecord, nth: number): FiledRecord => ({
    ...record,
    spelling: { ...record.spelling, alias: { given: mistakenText, family: mistakenText } },
    place: { line: mistakenText, suburb: mistakenText, state: 'VIC', postcode: '3999' },
    phone: '0491 570 006',
    email: null,
    needs: [{ id: free.need + nth, reason: '17', identifiedOn: record.since }],
    alerts: [mistakenAlert(free.alert + nth, record.since)],
    notes: [
      {
        id: free.note + nth,
        writtenOn: record.since,
        writtenBy: record.worker.login,
        text: mistakenText,
        about: ['SERVICE_USE'],
        describesFamilyViolence: false,
      },
    ],
    episodes: [],
    housing: null,
  });
  return {
    enteredTwice: chosen.map((record, position) => ({
      ...mistaken(record, 2 * position + 1),
      number: free.number + 1 + position,
    })),
    takenBack: chosen.map((record, position) => mistaken(record, 2 * position + 2)),
  };
}

const mistakenAlert = (id: number, raisedOn: Day): FiledRecord['alerts'][number] => ({
  id,
  code: 'WORKER_SAFETY_PERSON',
  certainty: 'INDICATED',
  severity: 'CRITICAL',
  status: 'ACTIVE',
  text: mistakenText,
  raisedOn,
  raisedBy: 'PRACTITIONER',
});

// Not Math.max(...numbers): a large partnership has more notes than a call can take arguments.
const highest = (numbers: readonly number[]): number => numbers.reduce((top, number) => Math.max(top, number), 0);
