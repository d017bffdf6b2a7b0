import type { CategoryCode } from '@accord/contract/vocabulary';
import { codes } from '@accord/kit/codes';
import { dayIn } from '@accord/kit/day';
import type { Prisma } from './generated/prisma/client.ts';

/** GNUmed keeps every day as a moment (`timestamptz`): the day that it was where the practice is. */
export const dayHere = (moment: Date | null | undefined): string | null => dayIn(moment, 'Australia/Melbourne');

/** `dem.gender_label.tag`. */
export const sex = codes(
  { m: 'MALE', f: 'FEMALE', tm: 'ANOTHER_TERM', tf: 'ANOTHER_TERM', h: 'ANOTHER_TERM' },
  { rest: null },
);

/** `ref.tag_image.description`: stickers on a file. The others are nobody's business. */
export const tagAlerts = {
  'Extra care !': 'WORKER_SAFETY_PERSON',
  choleric: 'WORKER_SAFETY_PERSON',
  'mobility impairment': 'MEDICAL',
} as const;

/** `clin.encounter_type.description`: those in which the practice met the person. */
export const meetings = {
  'in surgery': 'General practice',
  'phone consultation': 'General practice',
  'home visit': 'General practice',
  'nursing home visit': 'General practice',
  'hospital visit': 'General practice',
  'video conference': 'General practice',
  'emergency encounter': 'General practice',
  'phone w/ patient': 'General practice',
} as const;

/** What a doctor's free words may tell: GNUmed does not say of what kind a note is, so all of them have to be permitted. */
export const anyHealth = [
  'HEALTH',
  'MEDICATION',
  'MENTAL_HEALTH',
  'AOD',
  'SEXUAL_HEALTH',
] as const satisfies readonly CategoryCode[];

type Name = Pick<Prisma.NameModel, 'active' | 'firstnames' | 'lastnames' | 'preferred'>;

/** GNUmed keeps one name active; `?` stands where there is none. */
export const nameOf = (names: readonly Name[]) => {
  const active = names.find((name) => name.active === true);
  return active ? asName(active) : null;
};

/** Former names, and what the person likes to be called. */
export const others = (names: readonly Name[]) => [
  ...names.filter(({ active }) => active !== true).map(asName),
  ...names.flatMap(({ preferred }) => (preferred ? [{ given: preferred, family: null }] : [])),
];

const asName = ({ firstnames, lastnames }: Name) => ({
  given: firstnames === '?' ? null : firstnames,
  family: lastnames,
});

/** The address entered last. */
export const withAddress = {
  where: { addressId: { not: null } },
  include: { address: { include: { street: { include: { urb: { include: { region: true } } } } } } },
  orderBy: { id: 'desc' },
  take: 1,
} as const satisfies Prisma.Identity$addressesArgs;

type PersonAddress = Prisma.PersonAddressGetPayload<Pick<typeof withAddress, 'include'>>;

export function placeOf(entry: PersonAddress | undefined) {
  if (!entry?.address) return null;
  const { number, subunit, street } = entry.address;
  return {
    line: [[subunit, number].filter(Boolean).join('/'), street.name].join(' '),
    suburb: street.suburb ?? street.urb.name,
    state: street.urb.region.code,
    postcode: street.postcode ?? street.urb.postcode,
  };
}
