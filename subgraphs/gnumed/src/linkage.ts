import type { Linkage } from '@accord/kit/Mapping';
import type { PrismaClient } from './generated/prisma/client.ts';
import { dayHere, nameOf, others, placeOf, sex, withAddress } from './ownCodes.ts';

/** What linkage encodes about the practice's patients, by their number. */
export const linkage = (db: PrismaClient): Linkage => ({
  count: () => db.identity.count({ where: { deleted: false, patient: { isNot: null } } }),
  page: async (after, size) => {
    const people = await db.identity.findMany({
      where: { deleted: false, patient: { isNot: null }, pk: { gt: Number(after ?? 0) } },
      include: { names: { orderBy: { id: 'asc' } }, provider: true, addresses: withAddress },
      orderBy: { pk: 'asc' },
      take: size,
    });
    return people.map(({ names, addresses: [last], ...person }) => {
      const place = placeOf(last);
      return {
        ...{ number: person.pk, ...(nameOf(names) ?? { given: null, family: null }), alsoKnownAs: others(names) },
        ...{ dateOfBirth: dayHere(person.dob), sex: sex(person.gender) },
        dobAccuracy: person.dob === null ? 'UNKNOWN' : person.dobIsEstimated ? 'ESTIMATED' : 'EXACT',
        ...{ suburb: place?.suburb ?? null, postcode: place?.postcode ?? null },
        ...{ worker: person.provider?.dbUser ?? null, open: person.deceased === null },
      };
    });
  },
});
