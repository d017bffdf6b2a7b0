import { aboutAlert, aboutNeed } from '@accord/contract/vocabulary';
import type { FiledRecord } from '@accord/people/InventedPerson';
import { type Told, told } from './Told.ts';

const sexes = { 1: 'MALE', 2: 'FEMALE', 3: 'ANOTHER_TERM', 9: 'NOT_STATED' } as const;

/** What a correct mapping serves about a filed record, in the contract's terms. For the tests of mappings. */
export function toldOf(record: FiledRecord): Told {
  const { spelling, place, worker, housing } = record;
  return told({
    identity: {
      name: { given: spelling.given, family: spelling.family },
      alsoKnownAs: spelling.alias ? [{ given: spelling.alias.given, family: spelling.alias.family }] : [],
      dateOfBirth: spelling.dateOfBirth,
      dateOfBirthAccuracy: spelling.dateAccuracy,
      sex: sexes[spelling.sex],
      language: record.language,
      culturalIdentity: record.culturalIdentity,
    },
    contact: { phone: record.phone, email: record.email, unsafe: record.unsafeContact },
    address: place && { line: place.line, suburb: place.suburb, state: place.state, postcode: place.postcode },
    involvement: {
      programme: record.programme,
      since: record.since,
      until: record.until,
      worker: { name: worker.name, phone: worker.phone },
    },
    episodes: record.episodes,
    needs: record.needs.map(({ reason, identifiedOn, metOn }) => ({
      about: aboutNeed(reason),
      code: reason,
      identifiedOn,
      metOn,
    })),
    alerts: record.alerts.map((alert) => ({ ...alert, about: aboutAlert(alert.code) })),
    notes: record.notes.map(({ about, writtenOn, text }) => ({ about, writtenOn, text })),
    housing,
  });
}
