import { type Announcement, mostAliases } from '@accord/linkage/Announcement';
import { base64url } from '@accord/linkage/base64';
import { defaultSchema } from '@accord/linkage/defaultSchema';
import { encodeClient } from '@accord/linkage/encodeClient';
import { knownOf, mayBeGuess } from '@accord/linkage/knownOf';
import type { LinkageRow } from '../mapping/Mapping.ts';

/** What is announced of a record: its keys under the partnership's secret. What is not known of the person, or a placeholder for it, is in no key. */
export function announcementOf(row: LinkageRow, secret: Uint8Array): Announcement {
  const { number, given, family, alsoKnownAs = [], dateOfBirth, sex, suburb = null, postcode = null } = row;
  const { dobAccuracy, worker, open } = row;
  const { slk, clk, aliases, parts } = encodeClient(
    knownOf({ given, family, alsoKnownAs, dateOfBirth, dobAccuracy: indicators[dobAccuracy], sex, suburb, postcode }),
    secret,
    defaultSchema,
  );
  return {
    ...{
      number: String(number),
      slk,
      clk: parts === 0 ? null : base64url(clk),
      aliases: aliases.slice(0, mostAliases).map(base64url),
      parts,
    },
    ...{ sexCode: sexCodes[sex ?? 'NOT_STATED'], worker, open },
    // So that the hub links nobody by it without asking.
    dobAccuracy: dobAccuracy === 'EXACT' && mayBeGuess(dateOfBirth) ? 'ESTIMATED' : dobAccuracy,
  };
}

/** The national indicator of day, month and year (METeOR 750410). An estimate counts as one in all of its parts. */
const indicators = { EXACT: 'AAA', ESTIMATED: 'EEE', UNKNOWN: 'UUU' } as const;
const sexCodes = { MALE: '1', FEMALE: '2', ANOTHER_TERM: '3', NOT_STATED: '9' } as const;
