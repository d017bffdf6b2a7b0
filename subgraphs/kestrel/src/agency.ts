import { aboutAlert, aboutNeed } from '@accord/contract/vocabulary';
import { attributesOf } from '@accord/kit/attributes';
import { codes } from '@accord/kit/codes';
import { day } from '@accord/kit/day';
import { ints } from '@accord/kit/ints';
import { defineAgency, type Mapping } from '@accord/kit/Mapping';
import { many, one } from '@accord/kit/section';
import { table } from '@accord/kit/table';
import { dataQuality } from './dataQuality.ts';
import type { Attribute, PrismaClient } from './generated/prisma/client.ts';
import { linkage } from './linkage.ts';
import * as own from './ownCodes.ts';
import { accuracyOf, sex } from './personCodes.ts';

const role = codes(own.roles, { rest: null });
const roleName = codes({ CLIN: 'Clinician', SNR: 'Senior clinician', MAN: 'Manager' }, { rest: null });
const topic = codes(own.topics, { rest: null });
const flagCode = codes(own.flagConcepts, { rest: null });
const certainty = codes(own.verifications, { rest: null });
const severity = codes(own.priorities, { rest: null });
const flagStatus = codes(own.flagStatuses, { rest: null });
const enrolmentState = codes(own.enrolmentStates, { rest: null });
const attribute = { name: (row: Attribute) => row.attribute, value: (row: Attribute) => row.value };
/** If one of these attributes is on file, that way of contact is unsafe, whatever the attribute's value. */
const noWay = { VOICEMAIL: 'no_voicemail', SMS: 'no_sms', LETTER: 'no_letter' };
const identityIn = { pronouns: 'pronouns', language: 'language', culturalIdentity: 'culture' };
const contactIn = { phone: 'phone', email: 'email', safeWhen: 'safe_when', ...noWay };

/** Kestrel's EHR, mapped to the contract. Voided rows count as gone; a voided person takes the whole file along. */
export function kestrel(db: PrismaClient): Mapping {
  const live = { voided: false };
  const of = (numbers: readonly string[]) => ({ ...live, personId: { in: ints(numbers) } });
  const byPerson = ({ personId }: { personId: number }) => personId;

  /**
   * People with their names (the one in use first), the names in the history table, and their addresses (last entered
   * first). Attributes come in two relations, so that asking for somebody's language does not load how to reach them.
   */
  const persons = table({
    rows: (numbers) =>
      db.person.findMany({
        where: of(numbers),
        include: {
          program: true,
          keyProvider: true,
          names: { where: live, orderBy: [{ preferred: 'desc' }, { personNameId: 'desc' }] },
          nameHistory: { where: live },
          addresses: { where: live, orderBy: { personAddressId: 'desc' } },
          attributes: { where: { ...live, attribute: { in: Object.values(identityIn) } } },
          reachedBy: { where: { ...live, attribute: { in: Object.values(contactIn) } } },
        },
      }),
    of: byPerson,
  });
  /** Observations of one concept, each with the observations that belong to it. */
  const observed = (conceptId: number) =>
    table({
      rows: (numbers) =>
        db.obs.findMany({
          where: { ...of(numbers), conceptId },
          include: { members: { where: live }, provider: true },
          orderBy: [{ obsDatetime: 'desc' }, { obsId: 'desc' }],
        }),
      of: byPerson,
    });

  return defineAgency({
    id: 'kestrel',
    records: persons,

    identity: one(persons, (person) => {
      const [current, ...others] = person.names;
      return {
        name: current ? { given: current.givenName, family: current.familyName } : null,
        alsoKnownAs: [...others, ...person.nameHistory].map(({ givenName, familyName }) => ({
          given: givenName,
          family: familyName,
        })),
        dateOfBirth: day(person.birthdate),
        dateOfBirthAccuracy: accuracyOf(person),
        sex: sex(person.gender),
        ...attributesOf(person.attributes, { ...attribute, take: identityIn }),
      };
    }),

    contact: one(persons, ({ reachedBy }) => {
      const { phone, email, safeWhen, ...no } = attributesOf(reachedBy, { ...attribute, take: contactIn });
      return {
        ...{ phone, email, safeWhen },
        unsafe: (['VOICEMAIL', 'SMS', 'LETTER'] as const).filter((way) => no[way] !== null),
      };
    }),

    address: one(persons, ({ addresses: [last] }) =>
      last
        ? { line: last.address1, suburb: last.cityVillage, state: last.stateProvince, postcode: last.postalCode }
        : null,
    ),

    inCharge: one(persons, ({ keyProvider }) => ({ user: keyProvider.username })),

    involvement: one(persons, ({ program, intakeDate, dischargeDate, keyProvider }) => ({
      programme: program.name,
      since: day(intakeDate),
      until: day(dischargeDate),
      worker: { name: keyProvider.displayName, role: roleName(keyProvider.roleCode), phone: keyProvider.phone },
    })),

    episodes: many(
      table({
        rows: (numbers) => db.enrolment.findMany({ where: of(numbers), include: { program: true } }),
        of: byPerson,
      }),
      (enrolment) => ({
        id: enrolment.programEnrolmentId,
        programme: enrolment.program.name,
        status: enrolmentState(enrolment.state),
        start: day(enrolment.dateEnrolled),
        end: day(enrolment.dateCompleted),
      }),
    ),

    needs: many(observed(own.concepts.need), ({ obsId, valueCoded, obsDatetime, members }) => ({
      id: obsId,
      about: aboutNeed(own.reasonOfConcept(valueCoded)),
      code: own.reasonOfConcept(valueCoded),
      identifiedOn: day(obsDatetime),
      metOn: day(members.find(({ conceptId }) => conceptId === own.concepts.needMet)?.valueDatetime),
    })),

    alerts: many(table({ rows: (numbers) => db.flag.findMany({ where: of(numbers) }), of: byPerson }), (flag) => ({
      id: flag.flagId,
      about: aboutAlert(flagCode(flag.conceptId) ?? ''),
      code: flagCode(flag.conceptId),
      certainty: certainty(flag.verification),
      severity: severity(flag.priority),
      status: flagStatus(flag.status),
      text: flag.comment,
      raisedOn: day(flag.dateRaised),
      raisedBy: role(flag.raisedRole),
      reviewDue: day(flag.reviewDate),
      endedOn: day(flag.dateEnded),
      endedReason: flag.endReason,
    })),

    notes: many(observed(own.concepts.note), (note) => ({
      id: note.obsId,
      about: everyTopic(
        note.members
          .filter(({ conceptId }) => conceptId === own.concepts.noteTopic)
          .map(({ valueCoded }) => valueCoded),
      ),
      writtenOn: day(note.obsDatetime),
      writtenBy: role(note.provider?.roleCode),
      text: note.valueText,
    })),

    figures: async ({ from, to }) => {
      const within = { gte: new Date(from), lte: new Date(`${to}T23:59:59.999Z`) };
      const person = live;
      const [people, flags, needs] = await Promise.all([
        db.person.count({
          where: {
            ...live,
            intakeDate: { lte: within.lte },
            OR: [{ dischargeDate: null }, { dischargeDate: { gte: within.gte } }],
          },
        }),
        db.flag.groupBy({ by: ['conceptId'], where: { ...live, person, dateRaised: within }, _count: true }),
        db.obs.groupBy({
          by: ['valueCoded'],
          where: {
            ...live,
            person,
            conceptId: own.concepts.need,
            obsDatetime: within,
            members: { none: { ...live, conceptId: own.concepts.needMet } },
          },
          _count: true,
        }),
      ]);
      return {
        people,
        alerts: flags.map(({ conceptId, _count }) => [flagCode(conceptId) ?? String(conceptId), _count] as const),
        needs: needs.map(({ valueCoded, _count }) => [own.reasonOfConcept(valueCoded), _count] as const),
      };
    },

    dataQuality: dataQuality(db),

    linkage: linkage(db),
  });
}

/** The categories of a note's topics. A note with an unknown topic, or with none, is released to nobody. */
export function everyTopic(concepts: readonly (number | null)[]): readonly string[] {
  const told = concepts.map(topic);
  return told.includes(null) ? [] : told.filter((kind) => kind !== null);
}
