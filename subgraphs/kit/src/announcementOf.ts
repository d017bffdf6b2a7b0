import type { Announcement } from '@accord/linkage/Announcement';
import { base64url } from '@accord/linkage/base64';
import { defaultSchema } from '@accord/linkage/defaultSchema';
import { encodeClient } from '@accord/linkage/encodeClient';
import type { LinkageRow } from './Mapping.ts';

/** What is announced of a record: its keys under the partnership's secret. What is not known of the person is in no key. */
export function announcementOf(row: LinkageRow, secret: Uint8Array): Announcement {
  const { number, given, family, dateOfBirth, sex, dobAccuracy, worker, open } = row;
  const { slk, clk, aliases, parts } = encodeClient(
    {
      ...{ given, family, dateOfBirth, sex, alsoKnownAs: row.alsoKnownAs ?? [] },
      ...{ dobAccuracy: indicators[dobAccuracy], suburb: row.suburb ?? null, postcode: row.postcode ?? null },
    },
    secret,
    defaultSchema,
  );
  return {
    ...{
      number: String(number),
      slk,
      clk: parts === 0 ? null : base64url(clk),
      aliases: aliases.map(base64url),
      parts,
    },
    ...{ sexCode: sexCodes[sex ?? 'NOT_STATED'], dobAccuracy, worker, open },
  };
}

/** The national indicator of day, month and year (METeOR 750410). An estimate counts as one in all of its parts. */
const indicators = { EXACT: 'AAA', ESTIMATED: 'EEE', UNKNOWN: 'UUU' } as const;
const sexCodes = { MALE: '1', FEMALE: '2', ANOTHER_TERM: '3', NOT_STATED: '9' } as const;
