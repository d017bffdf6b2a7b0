import { aboutAlert, aboutNeed } from '@accord/contract/vocabulary';
import { codes } from '@accord/kit/codes';
import { ints } from '@accord/kit/ints';
import { defineAgency, type Mapping } from '@accord/kit/Mapping';
import { many, one } from '@accord/kit/section';
import { table } from '@accord/kit/table';
import { alertRows } from './alertRows.ts';
import type { Prisma, PrismaClient } from './generated/prisma/client.ts';
import { linkage } from './linkage.ts';
import { anyHealth, dayHere, meetings, nameOf, others, placeOf, sex, withAddress } from './ownCodes.ts';

const meeting = codes(meetings, { rest: null });

/** A general practice that runs GNUmed 22, mapped to the contract. */
export function gnumed(db: PrismaClient): Mapping {
  const of = (numbers: readonly string[]) => ({ in: ints(numbers) });
  const byPk = ({ pk }: { pk: number }) => pk;
  const byPatient = ({ encounter }: { encounter: { patientId: number } }) => encounter.patientId;
  const ofPatients = (numbers: readonly string[]) => ({ encounter: { patientId: of(numbers) } });
  const encounter = { select: { patientId: true, started: true } };
  // A confidential health issue withholds everything that belongs to it.
  const open = { OR: [{ issuePk: null }, { issue: { isConfidential: false } }] };

  /** The practice's patients. Staff and contact persons are identities too, and are not served. */
  const patients = table({
    rows: (numbers) =>
      db.identity.findMany({
        where: { pk: of(numbers), deleted: false, patient: { isNot: null } },
        include: {
          names: { orderBy: { id: 'asc' } },
          comms: { where: { isConfidential: false }, include: { type: true }, orderBy: { pk: 'asc' } },
          addresses: withAddress,
          provider: { include: { identity: { include: { names: { where: { active: true } } } } } },
          patient: { include: { encounters: { orderBy: { started: 'asc' }, take: 1 } } },
        },
      }),
    of: byPk,
  });
  return defineAgency({
    id: 'gnumed',
    records: patients,

    identity: one(patients, ({ names, ...person }) => ({
      name: nameOf(names),
      alsoKnownAs: others(names),
      dateOfBirth: dayHere(person.dob),
      dateOfBirthAccuracy: person.dob === null ? 'UNKNOWN' : person.dobIsEstimated ? 'ESTIMATED' : 'EXACT',
      sex: sex(person.gender),
    })),

    contact: one(patients, ({ comms }) => {
      const urlOf = (...types: readonly string[]) =>
        types.map((type) => comms.find((comm) => comm.type.description === type)?.url).find(Boolean) ?? null;
      return { phone: urlOf('mobile', 'homephone', 'workphone'), email: urlOf('email'), unsafe: [] };
    }),

    address: one(patients, ({ addresses: [last] }) => placeOf(last)),

    involvement: one(patients, ({ patient, provider }) => ({
      since: dayHere(patient?.encounters[0]?.started),
      worker: provider && { name: fullName(provider.identity.names) },
    })),

    // In GNUmed an episode is the course of an illness. What the contract calls an episode is a visit here (an encounter);
    // encounters of other types are left out.
    episodes: many(
      table({
        rows: (numbers) => db.encounter.findMany({ where: { patientId: of(numbers) }, include: { type: true } }),
        of: ({ patientId }) => patientId,
      }),
      ({ pk, type, started, lastAffirmed }) => {
        const programme = meeting(type.description);
        return (
          programme && { id: pk, programme, status: 'FINISHED', start: dayHere(started), end: dayHere(lastAffirmed) }
        );
      },
    ),

    // GNUmed names the illness only in free text. The partners agreed to disclose no more than that there is a medical
    // issue (code 12).
    needs: many(
      table({
        rows: (numbers) =>
          db.healthIssue.findMany({
            where: { ...ofPatients(numbers), isActive: true, isRelevant: true, isConfidential: false },
            include: { encounter },
          }),
        of: byPatient,
      }),
      ({ pk, encounter }) => ({
        id: pk,
        about: aboutNeed('12'),
        code: '12',
        identifiedOn: dayHere(encounter.started),
      }),
    ),

    alerts: many(
      table({
        rows: (numbers) => alertRows(db, ints(numbers)),
        of: ({ patientId }) => patientId,
      }),
      ({ code, patientId: _patientId, ...alert }) => ({ ...alert, code, about: aboutAlert(code), status: 'ACTIVE' }),
    ),

    notes: many(
      table({
        rows: (numbers) =>
          db.narrative.findMany({ where: { ...ofPatients(numbers), episode: open }, include: { encounter } }),
        of: byPatient,
      }),
      ({ pk, when, narrative }) => ({ id: pk, about: anyHealth, writtenOn: dayHere(when), text: narrative }),
    ),

    linkage: linkage(db),
  });
}

const fullName = ([name]: readonly Prisma.NameModel[]) => (name ? `${name.firstnames} ${name.lastnames}` : null);
