import { concepts, flagConcepts, needConcept, ownCodeFor, topics } from '@accord/kestrel/ownCodes';
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

/** A record in the Kestrel EHR's tables, among voided rows. */
export function kestrelRows({ number, draw }: Filing): Tables {
  const id = (position: number): number => number * 1000 + position;
  const marked = (...categories: readonly string[]): string => mark('kestrel', number, categories);
  const person_id = number;
  const identity = draw('identity', 'IDENTITY');
  const involvement = draw('involvement', 'SERVICE_USE');
  const voided = draw('voided', untold) === 1;
  const attribute = (position: number, name: string, value: string | undefined, more: object = {}) =>
    value === undefined ? [] : [{ person_attribute_id: id(position), person_id, attribute: name, value, ...more }];
  const culture = draw('culture', 'IDENTITY', 'CULTURAL_IDENTITY');
  const unsafe = draw('unsafe', 'CONTACT');
  const flag = { person_id, verification: 'confirmed', raised_role: 'CLIN' } as const;

  return {
    person: [
      {
        person_id,
        gender: ['F', 'M', 'U'][identity],
        birthdate: ['1990-02-03', '1991-04-05', null][identity],
        birthdate_estimated: identity === 1,
        program_id: involvement === 1 ? 2 : 1,
        key_provider_id: involvement === 1 ? 2 : 1,
        intake_date: dayOf(3, involvement),
        discharge_date: involvement === 2 ? '2026-10-01' : null,
      },
    ],
    person_name: [
      {
        person_name_id: id(1),
        person_id,
        given_name: ['Ada', 'Mia', 'Ava'][identity],
        family_name: `Brook ${marked('IDENTITY')}`,
      },
      ...(voided ? [{ person_name_id: id(2), person_id, given_name: marked(untold), family_name: 'B', voided }] : []),
    ],
    name_history: present(draw('alias', 'IDENTITY'), (variant) => ({
      ...{
        name_history_id: id(1),
        person_id,
        given_name: ['Addie', 'Dee'][variant - 1],
        family_name: 'B',
        why: 'alias',
      },
    })),
    person_address: [
      ...present(draw('address', 'ADDRESS'), (variant) => address(id(1), `${variant} Hill St ${marked('ADDRESS')}`)),
      ...(voided ? [{ ...address(id(2), marked(untold)), voided }] : []),
    ],
    person_attribute: [
      ...present(draw('phone', 'CONTACT', 'PHONE'), (variant) => `03 5550 000${variant} ${marked('PHONE')}`).flatMap(
        (value) => attribute(1, 'phone', value),
      ),
      ...attribute(2, 'email', [undefined, `k@example.org ${marked('CONTACT')}`][draw('email', 'CONTACT')]),
      ...attribute(3, 'culture', [undefined, 'Maori', `Hazara ${marked('CULTURAL_IDENTITY')}`][culture]),
      ...attribute(4, ['', 'no_sms', 'no_letter'][unsafe] ?? '', unsafe === 0 ? undefined : 'true'),
      ...(voided ? attribute(5, 'email', marked(untold), { voided }) : []),
      ...attribute(6, 'pronouns', [undefined, 'they/them', `xe/xem ${marked('IDENTITY')}`][identity]),
      ...attribute(7, 'safe_when', unsafe === 0 ? undefined : `after noon ${marked('CONTACT')}`),
    ],
    program_enrolment: present(draw('episode', 'SERVICE_USE'), (variant) => ({
      ...{
        program_enrolment_id: id(1),
        person_id,
        program_id: variant,
        state: 'ENROLLED',
        date_enrolled: dayOf(1, variant),
      },
    })),
    obs: [...needRows(number, draw), ...noteRows(number, draw, marked)],
    flag: [
      ...kindsOfAlerts.flatMap(([code, category], position) =>
        present(draw(`alert ${code}`, category), (variant) => ({
          ...{ ...flag, flag_id: id(position), concept_id: Number(ownCodeFor(flagConcepts, code)) },
          ...{ priority: variant === 1 ? 'PH' : 'PL', status: variant === 1 ? 'active' : 'inactive' },
          ...{ comment: `${variant} ${marked(category)}`, date_raised: dayOf(position, variant) },
        })),
      ),
      ...(voided
        ? [
            {
              ...flag,
              flag_id: id(90),
              concept_id: 7001,
              priority: 'PH',
              status: 'active',
              comment: marked(untold),
              date_raised: '2026-03-01',
              voided,
            },
          ]
        : []),
    ],
  };

  function address(person_address_id: number, address1: string) {
    return {
      person_address_id,
      person_id,
      address1,
      city_village: 'Dandenong',
      state_province: 'VIC',
      postal_code: '3175',
    };
  }
}

const needRows = (number: number, draw: Filing['draw']): Tables[string] =>
  kindsOfNeeds.flatMap(([code, category], position) =>
    present(draw(`need ${code}`, category), (variant) => ({
      ...{ obs_id: number * 10_000 + position, person_id: number, concept_id: concepts.need },
      ...{ obs_datetime: `${dayOf(position, variant)}T10:00:00`, value_coded: needConcept(code) },
    })),
  );

/** A note is an observation, and so is each of its topics. */
const noteRows = (
  number: number,
  draw: Filing['draw'],
  marked: (...categories: readonly string[]) => string,
): Tables[string] =>
  kindsOfNotes.flatMap((categories, position) =>
    present(draw(`note ${categories.join('+')}`, ...categories), (variant) => {
      const obs_id = number * 10_000 + 100 + position * 10;
      const written = { person_id: number, obs_datetime: `${dayOf(position, variant)}T10:00:00`, provider_id: 1 };
      return [
        { ...written, obs_id, concept_id: concepts.note, value_text: `${variant} ${marked(...categories)}` },
        ...categories.map((category, index) => ({
          ...{ ...written, obs_id: obs_id + 1 + index, obs_group_id: obs_id, concept_id: concepts.noteTopic },
          value_coded: Number(ownCodeFor(topics, category)),
        })),
      ];
    }).flat(),
  );
