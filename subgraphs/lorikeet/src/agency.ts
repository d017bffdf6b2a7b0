import { aboutAlert } from '@accord/contract/vocabulary';
import { codes } from '@accord/kit/codes';
import { defineAgency, type Mapping } from '@accord/kit/Mapping';
import { many, one } from '@accord/kit/section';
import type { Extract } from './extract.ts';
import * as own from './ownCodes.ts';

const sex = codes(own.sexes, { rest: 'NOT_STATED' });
const accuracy = codes(own.accuracies, { rest: 'UNKNOWN' });
const role = codes(own.roles, { rest: null });
const alertType = codes(own.alertTypes, { rest: null });
const basis = codes(own.bases, { rest: null });
const severity = codes(own.severities, { rest: null });
const status = codes(own.statuses, { rest: null });
const topic = codes(own.topics, { rest: null });

/** TreatmentBase's extracts, mapped to the contract. */
export function lorikeet(csv: Extract): Mapping {
  const clients = csv.table('clients');
  return defineAgency({
    id: 'lorikeet',
    records: clients,
    identity: one(clients, (client) => ({
      name: { given: client.given, family: client.surname },
      alsoKnownAs: otherNames(client),
      dateOfBirth: client.dob,
      dateOfBirthAccuracy: accuracy(client.dobQuality),
      sex: sex(client.sex),
      language: client.language,
      culturalIdentity: client.culture,
    })),
    contact: one(clients, ({ phone, email, noVoicemail, noSms, noLetter }) => ({
      phone,
      email,
      unsafe: [
        ...(noVoicemail ? (['VOICEMAIL'] as const) : []),
        ...(noSms ? (['SMS'] as const) : []),
        ...(noLetter ? (['LETTER'] as const) : []),
      ],
    })),
    address: one(clients, ({ address: line, suburb, state, postcode }) =>
      line === null ? null : { line, suburb, state, postcode },
    ),
    involvement: one(
      {
        rowsOf: async (number, batch) => {
          const { workers } = csv.at(batch);
          const found = await clients.rowsOf(number, batch);
          return found.map((client) => ({ client, worker: workers.get(client.worker) }));
        },
      },
      ({ client, worker }) => ({
        programme: client.programme,
        since: client.opened,
        until: client.closed,
        worker: worker ? { name: worker.name, role: worker.role, phone: worker.phone } : null,
      }),
    ),
    alerts: many(csv.table('alerts', 'client'), (alert) => ({
      id: alert.no,
      about: aboutAlert(alertType(alert.type) ?? ''),
      code: alertType(alert.type),
      certainty: basis(alert.basis),
      severity: severity(alert.severity),
      status: status(alert.status),
      text: alert.details,
      raisedOn: alert.raised,
      raisedBy: role(alert.raisedBy),
      reviewDue: alert.review,
      endedOn: alert.ended,
      endedReason: alert.reason,
    })),
    notes: many(csv.table('notes', 'client'), (note) => ({
      id: note.no,
      about: everyTopic(note.topics),
      writtenOn: note.written,
      writtenBy: role(note.author),
      text: note.body,
    })),
    figures: async ({ from, to }) => {
      const { clients: people, alerts } = csv.now();
      const counts = new Map<string, number>();
      for (const { type, raised } of alerts.all) {
        if (raised === null || raised < from || raised > to) continue;
        const code = alertType(type) ?? type;
        counts.set(code, (counts.get(code) ?? 0) + 1);
      }
      const known = people.all.filter(({ opened, closed }) => opened <= to && (closed === null || closed >= from));
      return { people: known.length, alerts: counts, needs: [] };
    },
    linkage: {
      count: async () => csv.now().clients.all.length,
      unread: async () => csv.now().clients.unread(),
      page: async (after, size) =>
        csv
          .now()
          .clients.after(after, size)
          .map((client) => ({
            ...{
              number: client.client_no,
              given: client.given,
              family: client.surname,
              alsoKnownAs: otherNames(client),
            },
            ...{ dateOfBirth: client.dob, dobAccuracy: accuracy(client.dobQuality), sex: sex(client.sex) },
            ...{
              suburb: client.suburb,
              postcode: client.postcode,
              worker: client.worker,
              open: client.closed === null,
            },
          })),
    },
    extract: csv.state,
  });
}

/** The categories of a note's topics. One unknown topic withholds the whole note, because nobody knows what it covers. */
export function everyTopic(words: string | null): readonly string[] {
  const told = (words ?? '').split(' ').filter(Boolean).map(topic);
  const known = told.filter((about) => about !== null);
  return known.length === told.length ? known : [];
}

const otherNames = ({ akaGiven: given, akaSurname: family }: { akaGiven: string | null; akaSurname: string | null }) =>
  given === null && family === null ? [] : [{ given, family }];
