import type { CategoryCode } from '@accord/contract/vocabulary';
import { codes } from '@accord/kit/codes';
import { dayIn } from '@accord/kit/day';
import type { Prisma } from './generated/prisma/client.ts';

/** GNUmed stores every date as an instant (`timestamptz`). This is the date it was where the practice is. */
export const dayHere = (moment: Date | null | undefined): string | null => dayIn(moment, 'Australia/Melbourne');

/** Keyed by `dem.gender_label.tag`. */
export const sex = codes(
  { m: 'MALE', f: 'FEMALE', tm: 'ANOTHER_TERM', tf: 'ANOTHER_TERM', h: 'ANOTHER_TERM' },
  { rest: null },
);

/** Keyed by `ref.tag_image.description`: tags on a patient's file. All other tags are withheld. */
export const tagAlerts = {
  'Extra care !': 'WORKER_SAFETY_PERSON',
  choleric: 'WORKER_SAFETY_PERSON',
  'mobility impairment': 'MEDICAL',
} as const;

/** Keyed by `clin.encounter_type.description`: the encounters in which the practice met the person. */
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

/**
 * Everything a doctor's free text may disclose. GNUmed does not say what kind of note it is, so all of these have to be
 * permitted.
 */
export const anyHealth = [
  'HEALTH',
  'MEDICATION',
  'MENTAL_HEALTH',
  'AOD',
  'SEXUAL_HEALTH',
] as const satisfies readonly CategoryCode[];

type Name = Pick<Prisma.NameModel, 'active' | 'firstnames' | 'lastnames' | 'preferred'>;

/** The current name: GNUmed keeps one name active. A first name of `?` means that none is known. */
export const nameOf = (names: readonly Name[]) => {
  const active = names.find((name) => name.active === true);
  return active ? asName(active) : null;
};

/** Former names and the preferred name. */
export const others = (names: readonly Name[]) => [
  ...names.filter(({ active }) => active !== true).map(asName),
  ...names.flatMap(({ preferred }) => (preferred ? [{ given: preferred, family: null }] : [])),
];

const asName = ({ firstnames, lastnames }: Name) => ({
  given: firstnames === '?' ? null : firstnames,
  family: lastnames,
});

/** Only the most recently entered address. */
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
