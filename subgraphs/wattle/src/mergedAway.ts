import type { FiledRecord } from '@accord/people/InventedPerson';

/** The text of every entry in a file that was merged away. It must never be seen outside the agency's own tables. */
export const mergedText = 'Old file, merged. Do not use.';

export type Merge = Readonly<{ gone: FiledRecord; into: number }>;

const everyNth = 120;

/** Files that were merged into another file of the same person. A merge moves nothing: it only sets MRG_TO on the old file. */
export function mergedAway(records: readonly FiledRecord[]): readonly Merge[] {
  const free = {
    number: highest(records.map((record) => record.number)),
    need: highest(records.flatMap((record) => record.needs.map((need) => need.id))),
    alert: highest(records.flatMap((record) => record.alerts.map((alert) => alert.id))),
    note: highest(records.flatMap((record) => record.notes.map((note) => note.id))),
  };
  return records
    .filter((_, position) => position % everyNth === 0)
    .map((record, position) => {
      const nth = position + 1;
      const gone: FiledRecord = {
        ...record,
        number: free.number + nth,
        place: null,
        phone: '0491 570 110',
        email: null,
        needs: [{ id: free.need + nth, reason: '17', identifiedOn: record.since }],
        alerts: [
          {
            id: free.alert + nth,
            code: 'FAMILY_VIOLENCE_USING',
            certainty: 'INDICATED',
            severity: 'HIGH',
            status: 'ACTIVE',
            text: mergedText,
            raisedOn: record.since,
            raisedBy: 'PRACTITIONER',
          },
        ],
        notes: [
          {
            id: free.note + nth,
            writtenOn: record.since,
            writtenBy: record.worker.login,
            text: mergedText,
            about: ['SERVICE_USE'],
            describesFamilyViolence: false,
          },
        ],
        episodes: [],
        housing: null,
      };
      return { gone, into: record.number };
    });
}

// Not Math.max(...numbers): a large partnership has more notes than a call can take arguments.
const highest = (numbers: readonly number[]): number => numbers.reduce((top, number) => Math.max(top, number), 0);
