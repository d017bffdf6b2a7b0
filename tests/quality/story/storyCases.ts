import { seeded } from '@accord/quality/statistics/seeded';
import type { TestUser } from '../../lib/users.ts';

/** A note as its worker wrote it. */
export type StoryNote = Readonly<{ on: string; text: string }>;

/** A worker's case. Everybody is invented. */
export type StoryCase = Readonly<{
  number: number;
  given: string;
  family: string;
  worker: TestUser;
  openedOn: string;
  notes: readonly StoryNote[];
  /** The day on which family violence was recorded as a presenting reason; null if it was not. */
  needOn: string | null;
  /** The day on which a worker raised an alert without being prompted, and how sure they were; null if nobody did. */
  alert: Readonly<{ raisedOn: string; certainty: 'INDICATED' | 'DISCLOSED' | 'ASSESSED' }> | null;
}>;

/** How cases are generated. `named`: how often violence that a note describes also has an alert. */
export type Pattern = Readonly<{
  seed: number;
  workers: readonly TestUser[];
  cases: number;
  /** The number of the first case. */
  from: number;
  /** The months of the notes (`YYYY-MM`); most notes fall in the first. */
  months: readonly string[];
  opened: readonly string[];
  described: number;
  named: number;
}>;

const violence = [
  'Client disclosed that her partner hit her last night. She asked about a refuge.',
  'She told me her husband pushed her down the back steps in front of the children.',
  'States that her ex-partner choked her two weeks ago and her voice is still hoarse.',
  'Client said her partner threatened to kill her if she left.',
  'Her partner pulled her hair and punched her in the stomach on Saturday.',
];
const other = [
  'Rent is paid and the tenancy is going well.',
  'Talked about the new school and the bus. Next visit in a fortnight.',
  'FV screen completed: nil.',
  'Helped with the bond application; papers are with the agent.',
  'Client is looking for work and had two interviews this month.',
];
const given = ['Nara', 'Odile', 'Petra', 'Quinby', 'Rosalba', 'Sunniva', 'Tilda', 'Ulrika', 'Vesna', 'Zelda'];
/** The family names that all the people share. */
export const families = [
  'Ambergate',
  'Bracklow',
  'Cindermoor',
  'Dunnwick',
  'Elmsley',
  'Fernhollow',
  'Gravesby',
  'Hollinroyd',
];

/**
 * Generates cases; the same pattern gives the same cases in every run. Most describe more than they name: an audit has to find
 * that.
 */
export function storyCases({
  seed,
  workers,
  cases,
  from,
  months,
  opened,
  described,
  named,
}: Pattern): readonly StoryCase[] {
  const next = seeded(seed);
  const oneOf = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(next() * values.length)];
    if (value === undefined) throw new RangeError('A pattern needs at least one of each.');
    return value;
  };
  const day = (least: number, most: number): string =>
    String(least + Math.floor(next() * (most - least + 1))).padStart(2, '0');
  return Array.from({ length: cases }, (_, nth): StoryCase => {
    const [first, ...later] = months;
    const month = next() < 0.85 || later.length === 0 ? String(first) : oneOf(later);
    const on = `${month}-${day(8, 18)}`;
    const isDescribed = next() < described;
    const saidAsNeed = isDescribed && next() < 0.3;
    const isNamed = isDescribed && next() < named;
    return {
      ...{ number: from + nth, given: oneOf(given), family: oneOf(families), worker: oneOf(workers) },
      openedOn: `${oneOf(opened)}-${day(1, 7)}`,
      notes: [
        { on, text: isDescribed ? oneOf(violence) : oneOf(other) },
        { on: `${month}-${day(19, 28)}`, text: oneOf(other) },
      ],
      needOn: saidAsNeed ? on : null,
      alert: isNamed
        ? { raisedOn: `${month}-${day(19, 28)}`, certainty: oneOf(['INDICATED', 'DISCLOSED', 'ASSESSED'] as const) }
        : null,
    };
  });
}
