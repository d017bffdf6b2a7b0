import { compositeKey } from '@accord/kit/compositeKey';
import { ints } from '@accord/kit/ints';
import { defineAgency, type Mapping } from '@accord/kit/Mapping';
import { several } from '@accord/kit/several';
import { table } from '@accord/kit/table';
import { uuids } from '@accord/kit/uuids';
import { figures } from './figures.ts';
import type { PrismaClient } from './generated/prisma/client.ts';
import { linkageRow, personSections } from './personSections.ts';

const live = { active: true, family: { active: true } };
const whole = { family: true, worker: true };
const childKey = compositeKey({ familyId: uuids, childNo: ints });

/**
 * CareTrack, mapped to the contract. It keeps parents and children in separate tables, so the partnership knows them as
 * `PARENT/<id>` and `CHILD/<family>/<number>`. When a family is inactive, so is everybody in it.
 */
export function banksia(db: PrismaClient): Mapping {
  const parents = table({
    rows: (numbers) => db.parent.findMany({ where: { ...live, id: { in: uuids(numbers) } }, include: whole }),
    of: ({ id }) => id,
  });
  const children = table({
    rows: (numbers) => db.child.findMany({ where: { ...live, ...childKey.where(numbers) }, include: whole }),
    of: childKey.numberOf,
  });
  return defineAgency({
    id: 'banksia',
    ...several({
      PARENT: {
        ...personSections(db, parents),
        linkage: {
          count: () => db.parent.count({ where: live }),
          page: async (after, take) => {
            const where = { ...live, ...(after !== null && { id: { gt: after } }) };
            const rows = await db.parent.findMany({ where, include: whole, orderBy: { id: 'asc' }, take });
            return rows.map((parent) => linkageRow(parent.id, parent));
          },
        },
      },
      CHILD: {
        ...personSections(db, children),
        linkage: {
          count: () => db.child.count({ where: live }),
          page: async (after, take) => {
            const last = after === null ? null : childKey.partsOf(after);
            const further = last && [
              { familyId: { gt: last.familyId } },
              { familyId: last.familyId, childNo: { gt: last.childNo } },
            ];
            const rows = await db.child.findMany({
              where: { ...live, ...(further && { OR: further }) },
              ...{ include: whole, orderBy: [{ familyId: 'asc' }, { childNo: 'asc' }], take },
            });
            return rows.map((child) => linkageRow(childKey.numberOf(child), child));
          },
        },
      },
    }),
    figures: figures(db),
  });
}
