import { codes } from '@accord/kit/codes';
import type { PrismaClient } from './generated/prisma/client.ts';
import { dayHere, tagAlerts } from './ownCodes.ts';

const tagAlert = codes(tagAlerts, { rest: null });
const encounter = { select: { patientId: true } };
const byPatient = ({ encounter }: { encounter: { patientId: number } }) => encounter.patientId;

/** What GNUmed holds that everybody should know who works with these patients: it stands in three tables. */
export async function alertRows(db: PrismaClient, patients: readonly number[]) {
  return (await Promise.all([allergies(db, patients), tags(db, patients)])).flat();
}

/** Allergies by name, and the bare fact where only that is known. */
async function allergies(db: PrismaClient, patients: readonly number[]) {
  const where = { encounter: { patientId: { in: [...patients] } } };
  const [named, states] = await Promise.all([
    db.allergy.findMany({
      where,
      include: { encounter, episode: { include: { issue: true } } },
    }),
    db.allergyState.findMany({ where: { ...where, hasAllergy: 1 }, include: { encounter } }),
  ]);
  // One that is confidential is not told as a bare fact either.
  const known = new Set(named.map(byPatient));
  const told = named.filter(({ episode }) => episode.issue?.isConfidential !== true);
  return [
    ...told.map((allergy) => ({
      ...{ id: `allergy-${allergy.pk}`, patientId: byPatient(allergy), code: 'MEDICAL' },
      certainty: allergy.definite ? ('ASSESSED' as const) : ('INDICATED' as const),
      text: [allergy.substance, allergy.narrative].filter(Boolean).join(': '),
      raisedOn: dayHere(allergy.when),
    })),
    ...states
      .filter((state) => !known.has(byPatient(state)))
      .map((state) => ({
        ...{ id: `allergies-${state.pk}`, patientId: byPatient(state), code: 'MEDICAL', certainty: null },
        ...{ text: 'Has an allergy', raisedOn: dayHere(state.lastConfirmed) },
      })),
  ];
}

/** Stickers on a file that partners should know of. */
async function tags(db: PrismaClient, patients: readonly number[]) {
  const rows = await db.identityTag.findMany({ where: { identityPk: { in: [...patients] } }, include: { tag: true } });
  return rows.flatMap(({ pk, identityPk, tag, comment, modified }) => {
    const code = tagAlert(tag.description);
    const text = [tag.description, comment].filter(Boolean).join(': ');
    return code
      ? [{ id: `tag-${pk}`, patientId: identityPk, code, certainty: null, text, raisedOn: dayHere(modified) }]
      : [];
  });
}
