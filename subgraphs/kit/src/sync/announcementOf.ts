import { type Announcement, mostAliases } from '@accord/linkage/Announcement';
import { base64url } from '@accord/linkage/base64';
import { defaultSchema } from '@accord/linkage/defaultSchema';
import { encodeClient } from '@accord/linkage/encodeClient';
import { foldedName } from '@accord/linkage/foldedName';
import { knownOf, mayBeGuess } from '@accord/linkage/knownOf';
import { partBits } from '@accord/linkage/partBits';
import type { LinkageRow } from '../mapping/Mapping.ts';
import { isInKey } from './encodePerson.ts';

/** What is announced about a record: its keys under the partnership's secret. Unknown values and placeholders are in no key. */
export function announcementOf(row: LinkageRow, secret: Uint8Array): Announcement {
  const { number, given, family, alsoKnownAs = [], dateOfBirth, sex, suburb = null, postcode = null } = row;
  const { dobAccuracy, worker, open } = row;
  const known = knownOf({
    ...{ given, family, alsoKnownAs, dateOfBirth, sex, suburb, postcode },
    dobAccuracy: indicators[dobAccuracy],
  });
  const { slk, clk, aliases, parts } = encodeClient(known, secret, defaultSchema);
  return {
    ...{
      number: String(number),
      slk: isInKey(known) ? slk : null,
      clk: parts === 0 ? null : base64url(clk),
      aliases: aliases.slice(0, mostAliases).map(base64url),
      parts: parts & ~initials(known),
    },
    ...{ sexCode: sexCodes[sex ?? 'NOT_STATED'], worker, open },
    // So that the hub links nobody by it without review.
    dobAccuracy: dobAccuracy === 'EXACT' && mayBeGuess(dateOfBirth) ? 'ESTIMATED' : dobAccuracy,
  };
}

/**
 * Marks which names are only initials. An initial is compared like a name but does not count as one: everybody in the
 * household may share it, so nobody is linked by it without review.
 */
function initials({ given, family }: Pick<LinkageRow, 'given' | 'family'>): number {
  const isOne = (name: string | null) => /^[A-Z]$/.test(foldedName(name) ?? '');
  return (isOne(given) ? partBits.given : 0) | (isOne(family) ? partBits.family : 0);
}

/** The national accuracy indicator of day, month and year (METeOR 750410). An estimate counts as estimated in all three parts. */
const indicators = { EXACT: 'AAA', ESTIMATED: 'EEE', UNKNOWN: 'UUU' } as const;
const sexCodes = { MALE: '1', FEMALE: '2', ANOTHER_TERM: '3', NOT_STATED: '9' } as const;
