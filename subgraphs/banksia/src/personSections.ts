import { aboutAlert, aboutNeed } from '@accord/contract/vocabulary';
import { codes } from '@accord/kit/codes';
import { day } from '@accord/kit/day';
import type { LinkageRow } from '@accord/kit/Mapping';
import { many, one } from '@accord/kit/section';
import type { People } from '@accord/kit/several';
import { type Table, table } from '@accord/kit/table';
import type { Prisma, PrismaClient } from './generated/prisma/client.ts';
import * as own from './ownCodes.ts';

export const concernKind = codes(own.concernKinds, { rest: null });
const basis = codes(own.bases, { rest: null });
const severity = codes(own.severities, { rest: null });
const state = codes(own.states, { rest: null });
const position = codes(own.positions, { rest: null });
const sex = codes(own.sexes, { rest: 'NOT_STATED' });
const topic = codes(own.topics, { rest: null });
const way = codes(own.ways, { rest: null });

/** A parent or a child: the two tables differ only in their keys. */
export type Person = Omit<Prisma.ParentGetPayload<{ include: { family: true; worker: true } }>, 'id'>;

/** The sections served for the people in one of CareTrack's two tables. Concerns, needs and notes refer to either in `person`. */
export function personSections(db: PrismaClient, people: Table<Person>): People {
  const of = (numbers: readonly string[]) => ({ active: true, person: { in: [...numbers] } });
  const byPerson = ({ person }: { person: string }) => person;
  return {
    records: people,
    identity: one(people, (person) => ({
      name: { given: person.givenName, family: person.familyName },
      alsoKnownAs: otherNames(person),
      dateOfBirth: day(person.bornOn),
      dateOfBirthAccuracy: accuracyOf(person),
      sex: sex(person.sex),
      language: person.language,
      culturalIdentity: person.culture,
    })),
    contact: one(people, ({ phone, email, neverBy }) => ({
      phone: phone || null,
      email: email || null,
      unsafe: setOf(neverBy)
        .map(way)
        .filter((known) => known !== null),
    })),
    address: one(people, ({ family: { line, suburb, state, postcode } }) =>
      line ? { line, suburb, state, postcode } : null,
    ),
    involvement: one(people, ({ programme, openedAt, closedAt, worker }) => ({
      programme,
      // Times without a zone are in the office's local time, so the date is the one written.
      since: day(openedAt),
      until: day(closedAt),
      worker: { name: worker.fullName, role: worker.position.replace('_', ' '), phone: worker.phone },
    })),
    needs: many(table({ rows: (numbers) => db.need.findMany({ where: of(numbers) }), of: byPerson }), (need) => ({
      id: need.id,
      about: aboutNeed(String(need.reason)),
      code: String(need.reason),
      identifiedOn: day(need.foundOn),
      metOn: day(need.metOn),
    })),
    alerts: many(
      table({ rows: (numbers) => db.concern.findMany({ where: of(numbers) }), of: byPerson }),
      (concern) => ({
        id: concern.id,
        about: aboutAlert(concernKind(concern.kind) ?? ''),
        code: concernKind(concern.kind),
        certainty: basis(concern.basis),
        severity: severity(concern.severity),
        status: state(concern.state),
        text: concern.details,
        raisedOn: day(concern.raisedOn),
        raisedBy: position(concern.raisedBy),
        reviewDue: day(concern.reviewOn),
        endedOn: day(concern.closedOn),
        endedReason: concern.closedWhy || null,
      }),
    ),
    notes: many(
      table({
        rows: (numbers) => db.caseNote.findMany({ where: of(numbers), include: { author: true } }),
        of: byPerson,
      }),
      (note) => ({
        id: note.id,
        about: everyTopic(note.topics),
        writtenOn: day(note.writtenAt),
        writtenBy: position(note.author.position),
        text: note.body,
      }),
    ),
  };
}

/** What linkage encodes about the person with this number. */
export const linkageRow = (number: string, person: Person): LinkageRow => ({
  ...{ number, given: person.givenName, family: person.familyName, alsoKnownAs: otherNames(person) },
  ...{ dateOfBirth: day(person.bornOn), dobAccuracy: accuracyOf(person), sex: sex(person.sex) },
  ...{ suburb: person.family.suburb || null, postcode: person.family.postcode || null },
  ...{ worker: person.worker.login, open: person.closedAt === null },
});

/** The categories of a note's topics. One unknown topic withholds the whole note, because nobody knows what it covers. */
export function everyTopic(words: string): readonly string[] {
  const told = setOf(words).map(topic);
  const known = told.filter((about) => about !== null);
  return known.length === told.length ? known : [];
}

const setOf = (words: string): readonly string[] => (words === '' ? [] : words.split(','));

const otherNames = ({ otherGiven, otherFamily }: Person) =>
  otherGiven || otherFamily ? [{ given: otherGiven || null, family: otherFamily || null }] : [];

function accuracyOf({ bornOn, bornAbout }: Person) {
  if (bornOn === null) return 'UNKNOWN';
  return bornAbout ? 'ESTIMATED' : 'EXACT';
}
