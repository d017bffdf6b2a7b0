import type { Period } from '@accord/kit/Mapping';
import type { FiledRecord } from '@accord/people/InventedPerson';

/** Counts by code, sorted by code. */
type Counts = Readonly<Record<string, number>>;

/** The figures a correct mapping counts over these records. For the tests of mappings. */
export function figuresIn(records: readonly FiledRecord[], { from, to }: Period) {
  const within = (day: string): boolean => day >= from && day <= to;
  return {
    people: records.filter(({ since, until }) => since <= to && (until === undefined || until >= from)).length,
    alerts: counted(
      records.flatMap(({ alerts }) => alerts.filter(({ raisedOn }) => within(raisedOn)).map(({ code }) => code)),
    ),
    needs: counted(
      records.flatMap(({ needs }) =>
        needs
          .filter(({ identifiedOn, metOn }) => within(identifiedOn) && metOn === undefined)
          .map(({ reason }) => reason),
      ),
    ),
  };
}

function counted(codes: readonly string[]): Counts {
  const counts: Record<string, number> = {};
  for (const code of [...codes].sort()) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
