import { aboutAlert, aboutNeed } from '@accord/contract/vocabulary';
import { codes } from '@accord/kit/codes';
import { day } from '@accord/kit/day';
import { ints } from '@accord/kit/ints';
import { defineAgency, type Mapping } from '@accord/kit/Mapping';
import { many, one } from '@accord/kit/section';
import { table } from '@accord/kit/table';
import { dataQuality } from './dataQuality.ts';
import type { PrismaClient } from './generated/prisma/client.ts';
import { linkage } from './linkage.ts';
import * as own from './ownCodes.ts';
import { accuracy, sex } from './personCodes.ts';

const alertCode = codes(own.alertTypes, { rest: null });
const certainty = codes(own.alertBases, { rest: null });
const severity = codes(own.alertSeverities, { rest: null });
const alertStatus = codes(own.alertStatuses, { rest: null });
const position = codes(own.positions, { rest: null });
const noteKind = codes(own.noteKinds, { rest: null });
const periodStatus = codes(own.periodStatuses, { rest: null });
const situation = codes(own.situations, { rest: null });

/** HarbourCare, mapped to the contract. A row with `deletedAt` set counts as gone; a deleted client takes the whole file along. */
export function harbour(db: PrismaClient): Mapping {
  const live = { deletedAt: null };
  /** Selects these clients' rows that are not deleted. */
  const of = (numbers: readonly string[]) => ({ ...live, clientId: { in: ints(numbers) } });
  const byClient = ({ clientId }: { clientId: number }) => clientId;

  const clients = table({
    rows: (numbers) =>
      db.client.findMany({
        where: { ...live, id: { in: ints(numbers) } },
        include: {
          aliases: { where: live },
          contacts: { where: live, orderBy: { id: 'desc' } },
          programme: true,
          caseWorker: { include: { position: true } },
        },
      }),
    of: (client) => client.id,
  });

  return defineAgency({
    id: 'harbour',
    records: clients,

    inCharge: one(clients, ({ caseWorker }) => ({ user: caseWorker.username })),

    identity: one(clients, (client) => ({
      name: { given: client.givenName, family: client.familyName },
      alsoKnownAs: client.aliases.map(({ givenName, familyName }) => ({ given: givenName, family: familyName })),
      dateOfBirth: day(client.dateOfBirth),
      dateOfBirthAccuracy: accuracy(client.dobAccuracy),
      sex: sex(client.sex),
      language: client.mainLanguage,
      culturalIdentity: client.culturalIdentity,
    })),

    contact: one(clients, (client) => ({
      phone: client.contacts.find(({ kind }) => kind === 'phone')?.value ?? null,
      email: client.contacts.find(({ kind }) => kind === 'email')?.value ?? null,
      unsafe: [
        ...(client.noVoicemail ? (['VOICEMAIL'] as const) : []),
        ...(client.noSms ? (['SMS'] as const) : []),
        ...(client.noLetters ? (['LETTER'] as const) : []),
      ],
    })),

    address: one(
      table({ rows: (numbers) => db.address.findMany({ where: of(numbers), orderBy: { id: 'desc' } }), of: byClient }),
      ({ line, suburb, state, postcode }) => ({ line, suburb, state, postcode }),
    ),

    involvement: one(clients, (client) => ({
      programme: client.programme.name,
      since: day(client.registeredOn),
      until: day(client.exitedOn),
      worker: {
        name: client.caseWorker.fullName,
        role: client.caseWorker.position.name,
        phone: client.caseWorker.phone,
      },
    })),

    episodes: many(
      table({
        rows: (numbers) => db.supportPeriod.findMany({ where: of(numbers), include: { programme: true } }),
        of: byClient,
      }),
      (period) => ({
        id: period.id,
        programme: period.programme.name,
        status: periodStatus(period.status),
        start: day(period.startOn),
        end: day(period.endOn),
      }),
    ),

    // Harbour records needs under the national reason codes, so they need no translation.
    needs: many(table({ rows: (numbers) => db.need.findMany({ where: of(numbers) }), of: byClient }), (need) => ({
      id: need.id,
      about: aboutNeed(String(need.reasonCode)),
      code: String(need.reasonCode),
      identifiedOn: day(need.identifiedOn),
      metOn: day(need.metOn),
    })),

    alerts: many(table({ rows: (numbers) => db.alert.findMany({ where: of(numbers) }), of: byClient }), (alert) => ({
      id: alert.id,
      about: aboutAlert(alertCode(alert.typeCode) ?? ''),
      code: alertCode(alert.typeCode),
      certainty: certainty(alert.basis),
      severity: severity(alert.severity),
      status: alertStatus(alert.status),
      text: alert.details,
      raisedOn: day(alert.raisedOn),
      raisedBy: position(alert.raisedByPosition),
      reviewDue: day(alert.reviewDueOn),
      endedOn: day(alert.closedOn),
      endedReason: alert.closedReason,
      concerns: concernsOf(alertCode(alert.typeCode)),
    })),

    notes: many(
      table({
        rows: (numbers) =>
          db.caseNote.findMany({
            where: of(numbers),
            include: { author: true },
            orderBy: [{ writtenOn: 'desc' }, { id: 'desc' }],
          }),
        of: byClient,
      }),
      (note) => ({
        id: note.id,
        about: everyKind([note.kindCode, ...note.alsoConcerns]),
        writtenOn: day(note.writtenOn),
        writtenBy: position(note.author.positionCode),
        text: note.body,
      }),
    ),

    modules: {
      housing: {
        housing: one(
          table({
            rows: (numbers) =>
              db.accommodation.findMany({ where: of(numbers), orderBy: [{ since: 'desc' }, { id: 'desc' }] }),
            of: byClient,
          }),
          (stay) => ({ situation: situation(stay.situationCode), since: day(stay.since), atRisk: stay.atRisk }),
        ),
      },
    },

    figures: async ({ from, to }) => {
      const within = { gte: new Date(from), lte: new Date(to) };
      const client = { ...live };
      const [people, alerts, needs] = await Promise.all([
        db.client.count({
          where: {
            ...live,
            registeredOn: { lte: within.lte },
            OR: [{ exitedOn: null }, { exitedOn: { gte: within.gte } }],
          },
        }),
        db.alert.groupBy({ by: ['typeCode'], where: { ...live, client, raisedOn: within }, _count: true }),
        db.need.groupBy({
          by: ['reasonCode'],
          where: { ...live, client, identifiedOn: within, metOn: null },
          _count: true,
        }),
      ]);
      return {
        people,
        alerts: alerts.map(({ typeCode, _count }) => [alertCode(typeCode) ?? typeCode, _count] as const),
        needs: needs.map(({ reasonCode, _count }) => [String(reasonCode), _count] as const),
      };
    },

    dataQuality: dataQuality(db),

    linkage: linkage(db),
  });
}

/**
 * The categories of every kind ticked on a note. One kind without a category withholds the whole note: nobody knows what it
 * covers.
 */
export function everyKind(kinds: readonly string[]): readonly string[] {
  const told = kinds.map(noteKind);
  return told.filter((kind) => kind !== null).length === told.length ? told.filter((kind) => kind !== null) : [];
}

/** The client's own part in the matter, where the type of alert makes it clear. */
function concernsOf(code: string | null) {
  if (code === 'FAMILY_VIOLENCE_EXPERIENCING') return [{ role: 'VICTIM_SURVIVOR', isClient: true } as const];
  if (code === 'FAMILY_VIOLENCE_USING') return [{ role: 'USING_VIOLENCE', isClient: true } as const];
  return code === 'CHILD_WELLBEING' ? [{ role: 'CHILD', isClient: false } as const] : [];
}
