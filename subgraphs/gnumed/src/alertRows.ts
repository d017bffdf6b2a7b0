import { codes } from '@accord/kit/codes';
import type { PrismaClient } from './generated/prisma/client.ts';
import { dayHere, tagAlerts } from './ownCodes.ts';

const tagAlert = codes(tagAlerts, { rest: null });
const encounter = { select: { patientId: true } };
const byPatient = ({ encounter }: { encounter: { patientId: number } }) => encounter.patientId;

/** What everybody who works with these patients should know. GNUmed keeps it in three tables. */
export async function alertRows(db: PrismaClient, patients: readonly number[]) {
  return (await Promise.all([allergies(db, patients), tags(db, patients)])).flat();
}

/** Allergies by name. Where GNUmed holds only the fact that there are allergies, that fact. */
async function allergies(db: PrismaClient, patients: readonly number[]) {
  const where = { encounter: { patientId: { in: [...patients] } } };
  const [named, states] = await Promise.all([
    db.allergy.findMany({
      where,
      include: { encounter, episode: { include: { issue: true } } },
    }),
    db.allergyState.findMany({ where: { ...where, hasAllergy: 1 }, include: { encounter } }),
  ]);
  // A patient with any named allergy gets no bare fact: it would disclose that there is a confidential one.
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

/** Tags on a patient's file that partners should know about. */
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
