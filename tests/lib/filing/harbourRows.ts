import { alertTypes, noteKinds, ownCodeFor } from '@accord/harbour/ownCodes';
import {
  dayOf,
  type Filing,
  kindsOfAlerts,
  kindsOfNeeds,
  kindsOfNotes,
  mark,
  present,
  type Tables,
  untold,
} from './Filing.ts';

/** A record in HarbourCare's tables, among deleted rows. */
export function harbourRows({ number, draw }: Filing): Tables {
  const id = (position: number): number => number * 1000 + position;
  const marked = (...categories: readonly string[]): string => mark('harbour', number, categories);
  const deleted_at = '2026-02-01T00:00:00Z';
  const identity = draw('identity', 'IDENTITY');
  const culture = draw('culture', 'IDENTITY', 'CULTURAL_IDENTITY');
  const involvement = draw('involvement', 'SERVICE_USE');
  const unsafe = draw('unsafe', 'CONTACT');
  const housing = draw('housing', 'HOUSING');
  const address = draw('address', 'ADDRESS');
  const gone = draw('gone', untold);
  const line = (variant: number) => ({ line: `${variant} Quiet St ${marked('ADDRESS')}`, suburb: 'Noble Park' });
  const alert = { client_id: number, raised_by_position: 'SW' } as const;
  return {
    client: [
      {
        id: number,
        given_name: ['Ada', 'Mia', 'Ava'][identity],
        family_name: `Brook ${marked('IDENTITY')}`,
        date_of_birth: ['1990-02-03', '1991-04-05', null][identity],
        dob_accuracy: ['AAA', 'EEE', 'UUU'][identity],
        sex: [2, 1, 9][identity],
        main_language: ['English', 'Dari', 'Khmer'][culture],
        cultural_identity: [null, `Hazara ${marked('CULTURAL_IDENTITY')}`, 'Khmer'][culture],
        no_voicemail: unsafe === 1,
        no_letters: unsafe === 2,
        programme_id: involvement === 1 ? 2 : 1,
        case_worker_id: involvement === 1 ? 2 : 1,
        registered_on: dayOf(3, involvement),
        exited_on: involvement === 2 ? '2026-10-01' : null,
      },
    ],
    client_alias: [
      ...(draw('alias', 'IDENTITY') === 1
        ? [{ id: id(1), client_id: number, given_name: 'Addie', family_name: 'B' }]
        : []),
      ...(gone === 1
        ? [{ id: id(2), client_id: number, given_name: marked(untold), family_name: 'B', deleted_at }]
        : []),
    ],
    client_contact: [
      ...present(draw('phone', 'CONTACT', 'PHONE'), (variant) => ({
        id: id(1),
        client_id: number,
        kind: 'phone',
        value: `03 5550 000${variant} ${marked('PHONE')}`,
      })),
      ...present(draw('email', 'CONTACT'), (variant) => ({
        id: id(2),
        client_id: number,
        kind: 'email',
        value: `${variant}@example.org ${marked('CONTACT')}`,
      })),
    ],
    client_address: [
      ...present(address, (variant) => ({
        id: id(1),
        client_id: number,
        ...line(variant),
        state: 'VIC',
        postcode: '3174',
      })),
      ...present(gone, () => ({
        ...{
          id: id(2),
          client_id: number,
          line: marked(untold),
          suburb: 'S',
          state: 'VIC',
          postcode: '3000',
          deleted_at,
        },
      })),
    ],
    client_need: kindsOfNeeds.flatMap(([code, category], position) =>
      present(draw(`need ${code}`, category), (variant) => ({
        id: id(position),
        client_id: number,
        reason_code: Number(code),
        identified_on: dayOf(position, variant),
        met_on: variant === 2 ? '2026-09-01' : null,
      })),
    ),
    client_alert: [
      ...kindsOfAlerts.flatMap(([code, category], position) =>
        present(draw(`alert ${code}`, category), (variant) => ({
          ...{
            ...alert,
            id: id(position),
            alert_type_code: ownCodeFor(alertTypes, code),
            basis: 'A',
            severity: variant * 2,
          },
          status: variant === 1 ? 'open' : 'closed',
          details: `${variant} ${marked(category)}`,
          raised_on: dayOf(position, variant),
          review_due_on: variant === 1 ? '2026-06-01' : null,
        })),
      ),
      ...present(gone, () => ({
        ...{ ...alert, id: id(90), alert_type_code: 'DVV', basis: 'A', severity: 4, status: 'open', deleted_at },
        ...{ details: marked(untold), raised_on: '2026-03-01' },
      })),
    ],
    case_note: [
      ...kindsOfNotes.flatMap((categories, position) =>
        present(draw(`note ${categories.join('+')}`, ...categories), (variant) => {
          const [kind, ...also_concerns] = categories.map((category) => ownCodeFor(noteKinds, category));
          return {
            ...{ id: id(position), client_id: number, author_id: 1, written_on: dayOf(position, variant) },
            ...{ kind, also_concerns, body: `${variant} ${marked(...categories)}` },
          };
        }),
      ),
      ...present(draw('unsorted', untold), () => ({
        ...{ id: id(90), client_id: number, author_id: 1, written_on: '2026-03-20', kind: 'UNS', body: marked(untold) },
      })),
    ],
    support_period: present(draw('episode', 'SERVICE_USE'), (variant) => ({
      ...{ id: id(1), client_id: number, programme_id: variant, status: 'open', start_on: dayOf(1, variant) },
    })),
    accommodation: present(housing, (variant) => ({
      ...{ id: id(1), client_id: number, situation_code: variant, since: '2026-03-01', at_risk: variant === 1 },
    })),
  };
}
