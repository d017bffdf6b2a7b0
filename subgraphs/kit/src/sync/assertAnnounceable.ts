import type { DateAccuracy, Sex } from '@accord/contract/generated/api';
import { knownDate } from '@accord/linkage/knownDate';
import { InputFault } from '../command/InputFault.ts';
import type { LinkageRow } from '../mapping/Mapping.ts';

type Rule = Readonly<{ fits: (value: unknown) => boolean; is: string; todo: string }>;

const sexes = ['MALE', 'FEMALE', 'ANOTHER_TERM', 'NOT_STATED'] as const satisfies readonly Sex[];
const accuracies = ['EXACT', 'ESTIMATED', 'UNKNOWN'] as const satisfies readonly DateAccuracy[];

/** What the fields of a row must be, whatever the compiler was told of them. Encoded, each would be taken for something else or for nothing. */
const rules: readonly (readonly [keyof LinkageRow, Rule])[] = [
  [
    'number',
    {
      fits: (value) =>
        (typeof value === 'string' && value !== '') || Number.isSafeInteger(value) || typeof value === 'bigint',
      ...{ is: 'is not a value by which a record is found', todo: 'Give each record its own.' },
    },
  ],
  [
    'dateOfBirth',
    {
      fits: (value) => isNothing(value) || isBirth(value),
      ...{ is: 'is not a date written YYYY-MM-DD', todo: 'Write it so, or give null.' },
    },
  ],
  [
    'sex',
    {
      fits: (value) => isNothing(value) || isOneOf(sexes, value),
      ...{ is: `is not one of ${sexes.join(', ')}`, todo: 'Turn it into one of them, or give null.' },
    },
  ],
  [
    'dobAccuracy',
    {
      fits: (value) => isOneOf(accuracies, value),
      ...{ is: `is not one of ${accuracies.join(', ')}`, todo: 'Turn it into one of them.' },
    },
  ],
  [
    'worker',
    {
      fits: (value) => value === null || typeof value === 'string',
      ...{ is: 'is not a sign-in name', todo: 'Give the worker’s, or null.' },
    },
  ],
  ['open', { fits: (value) => typeof value === 'boolean', is: 'is neither true nor false', todo: 'Give one of them.' }],
];

/**
 * Throws one sentence, which names a field and never its value, where one of these rows cannot be announced as it is.
 *
 * Called for a whole page before any of it is sent: a number that is not there would make one record of all people.
 */
export function assertAnnounceable(rows: readonly LinkageRow[]): void {
  for (const [field, { fits, is, todo }] of rules) {
    const wrong = rows.filter((row) => !fits(row[field])).length;
    if (wrong > 0)
      throw new InputFault(
        `"${field}" of ${wrong} of ${rows.length} records in linkage ${is}. ${todo} None of these records was announced.`,
      );
  }
}

const isNothing = (value: unknown): boolean => value === null || value === undefined;

const isOneOf = (words: readonly string[], value: unknown): boolean => words.some((word) => word === value);

/** A day of the calendar, or what of one is known (`1980`, `1980-02-00`); databases write zeros where nothing is. */
const isBirth = (value: unknown): boolean =>
  typeof value === 'string' &&
  (/^0000(-00){0,2}$/.test(value) || Object.values(knownDate(value, null)).some((part) => part !== null));
