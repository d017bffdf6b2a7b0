import { alertCodes, needCodes, noteLetters, ownCodeFor } from '@accord/wattle/ownCodes';
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
  type Variant,
} from './Filing.ts';

/** A record in the Wattle Client System's tables, beside one that was merged into another. */
export function wattleRows({ number, draw }: Filing): Tables {
  const id = (position: number): number => number * 1000 + position;
  const marked = (...categories: readonly string[]): string => mark('wattle', number, categories);
  const day = (position: number, variant: Variant): string => dayOf(position, variant).split('-').reverse().join('/');
  const identity = draw('identity', 'IDENTITY');
  const culture = draw('culture', 'IDENTITY', 'CULTURAL_IDENTITY');
  const involvement = draw('involvement', 'SERVICE_USE');
  const alias = draw('alias', 'IDENTITY');
  const housing = draw('housing', 'HOUSING');

  const alerts = kindsOfAlerts.flatMap(([code, category], position) =>
    present(draw(`alert ${code}`, category), (variant) => ({
      ALRT_NO: id(position),
      ALRT_STAT: `${ownCodeFor(alertCodes, code)}-${variant === 1 ? 'H' : 'C'}`,
      ALRT_CRT: 'A',
      ALRT_ST: variant === 1 ? 'O' : 'C',
      ALRT_DT: day(position, variant),
      ALRT_LVL: '1',
      ALRT_CMT: `${variant} ${marked(category)}`,
    })),
  );
  // The main alert is the first on this file. All others are in the text, among entries that cannot be parsed.
  const [main, ...others] = draw('main alert', untold) === 0 ? [undefined, ...alerts] : alerts;
  const texts = others.map((alert) =>
    alert
      ? `#${alert.ALRT_NO} ${alert.ALRT_STAT} ${alert.ALRT_CRT} ${alert.ALRT_ST} ${alert.ALRT_DT} L1 = ${alert.ALRT_CMT}`
      : '',
  );
  const unreadable = present(draw('unreadable', untold), () => `see paper file ${marked(untold)}`);
  const person = { PRS_NO: number, PROG: involvement === 1 ? 'Refuge' : 'Case work', WKR_INIT: 'TN' };

  return {
    TBL_PERS: [
      {
        ...person,
        S_NAM: `Brook ${marked('IDENTITY')}`,
        F_NAM: ['Ada', 'Mia', 'Ava'][identity],
        AKA_F_NAM: alias === 1 ? 'Addie' : '',
        DOB_TXT: ['03/02/1990', '05/04/1991', '00/00/1990'][identity],
        DOB_EST: identity === 2 ? 'Y' : 'N',
        SEX_CD: ['F', 'M', 'U'][identity],
        LANG: ['English', 'Dari', 'Khmer'][culture],
        CULT: ['', `Hazara ${marked('CULTURAL_IDENTITY')}`, 'Khmer'][culture],
        OPN_DT: day(3, involvement),
        CLS_DT: involvement === 2 ? '01/10/2026' : '',
        HSG_CD: ['', 'C', 'R'][housing],
        HSG_DT: housing === 0 ? '' : '01/03/2026',
        HSG_RISK: housing === 1 ? 'Y' : 'N',
        ...main,
        ALRT_TXT: [...unreadable, ...texts].filter((text) => text !== '').join(' // '),
      },
      ...present(draw('merged', untold), () => ({
        ...{
          ...person,
          PRS_NO: number + 500,
          S_NAM: marked(untold),
          F_NAM: 'Ada',
          OPN_DT: '01/01/2026',
          MRG_TO: number,
        },
      })),
    ],
    TBL_CTACT: contactRows(number, draw, marked),
    TBL_NEED: kindsOfNeeds.flatMap(([code, category], position) =>
      present(draw(`need ${code}`, category), (variant) => ({
        ...{ ND_NO: id(position), PRS_NO: number, ND_CD: ownCodeFor(needCodes, code), ND_DT: day(position, variant) },
        ...(variant === 2 && { ND_MET: 'Y', ND_MET_DT: '01/09/2026' }),
      })),
    ),
    TBL_NOTE: [
      ...kindsOfNotes.flatMap((categories, position) =>
        present(draw(`note ${categories.join('+')}`, ...categories), (variant) => ({
          ...{ NT_NO: id(position), PRS_NO: number, NT_DT: day(position, variant), NT_BY: 'TN' },
          NT_TYP: categories.map((category) => ownCodeFor(noteLetters, category)).join(''),
          NT_TXT: `${variant} ${marked(...categories)}`,
        })),
      ),
      ...present(draw('untyped', untold), () => ({
        ...{ NT_NO: id(90), PRS_NO: number, NT_DT: '20/03/2026', NT_TYP: '', NT_BY: 'TN', NT_TXT: marked(untold) },
      })),
    ],
    TBL_EPIS: present(draw('episode', 'SERVICE_USE'), (variant) => ({
      ...{
        EP_NO: id(1),
        PRS_NO: number,
        EP_PROG: `${variant} ${marked('SERVICE_USE')}`,
        EP_STAT: 'A',
        EP_FROM: '06/01/2026',
      },
    })),
  };
}

/** One row for three kinds of information; no row if none of them is on file. */
function contactRows(number: number, draw: Filing['draw'], marked: (category: string) => string): Tables[string] {
  const phone = draw('phone', 'CONTACT', 'PHONE');
  const address = draw('address', 'ADDRESS');
  const contact = draw('contact', 'CONTACT');
  if (phone + address + contact === 0) return [];
  return [
    {
      PRS_NO: number,
      PH_NO: phone === 0 ? '' : `03 5550 000${phone} ${marked('PHONE')}`,
      EML: contact === 0 ? '' : `${contact}@example.org ${marked('CONTACT')}`,
      ...(address !== 0 && { ADR_LN: `${address} Hidden Rd ${marked('ADDRESS')}`, ADR_SB: 'Springvale' }),
      SMS_OK: contact === 2 ? 'N' : 'Y',
    },
  ];
}
