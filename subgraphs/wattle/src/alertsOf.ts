import type { Alert } from '@accord/contract/generated/api';
import { aboutAlert } from '@accord/contract/vocabulary';
import { codes } from '@accord/kit/codes';
import { dayWritten } from '@accord/kit/day';
import type { Own } from '@accord/kit/Mapping';
import type { Person } from './generated/prisma/client.ts';
import * as own from './ownCodes.ts';

const alertCode = codes(own.alertCodes, { rest: null });
const certainty = codes(own.alertCertainties, { rest: null });
const severity = codes(own.alertSeverities, { rest: null });
const state = codes(own.alertStates, { rest: null });
const level = codes(own.levels, { rest: null });
const textDay = dayWritten('DD/MM/YYYY');

type AlertColumns = Pick<
  Person,
  'ALRT_STAT' | 'ALRT_CRT' | 'ALRT_ST' | 'ALRT_DT' | 'ALRT_LVL' | 'ALRT_RVW' | 'ALRT_END' | 'ALRT_RSN' | 'ALRT_CMT'
>;

/** Matches `#1203 SH-M D O 03/04/2026 L2 RV 03/07/2026 END 05/08/2026 (moved away) = words`; see existing.sql. */
const houseFormat =
  /^#(?<no>\d+) (?<stat>\w+-\w) (?<crt>\w) (?<st>\w) (?<dt>[\d/]+) L(?<lvl>\d)(?: RV (?<rvw>[\d/]+))?(?: END (?<end>[\d/]+))?(?: \((?<rsn>.*?)\))? = (?<cmt>.*)$/s;

/** The main alert from the ALRT_ columns, and every further alert written into ALRT_TXT. */
export function alertsOf(person: Person): readonly Own<Alert>[] {
  const main = person.ALRT_STAT === '' ? [] : [alert(person.ALRT_NO ?? 'main', person)];
  const further = person.ALRT_TXT.split(' // ')
    .filter((text) => text.trim() !== '')
    .map(readHouseFormat);
  return [...main, ...further];
}

/**
 * Reads one entry of ALRT_TXT. An entry that cannot be parsed could hold anything, even an address: it gets no category and
 * so is released to nobody.
 */
function readHouseFormat(text: string, position: number): Own<Alert> {
  const {
    no,
    stat = '',
    crt = '',
    st = '',
    dt = '',
    lvl = '',
    rvw = '',
    end = '',
    rsn = '',
    cmt = '',
  } = houseFormat.exec(text.trim())?.groups ?? {};
  if (no === undefined) return { id: `text-${position}`, about: [] };
  return alert(Number(no), {
    ...{ ALRT_STAT: stat, ALRT_CRT: crt, ALRT_ST: st, ALRT_DT: dt, ALRT_LVL: lvl },
    ...{ ALRT_RVW: rvw, ALRT_END: end, ALRT_RSN: rsn, ALRT_CMT: cmt },
  });
}

function alert(id: number | string, columns: AlertColumns): Own<Alert> {
  const [type = '', grade = ''] = columns.ALRT_STAT.split('-');
  const code = alertCode(type);
  return {
    id,
    about: aboutAlert(code ?? ''),
    code,
    certainty: certainty(columns.ALRT_CRT),
    severity: severity(grade),
    status: state(columns.ALRT_ST),
    text: columns.ALRT_CMT,
    raisedOn: textDay(columns.ALRT_DT),
    raisedBy: level(columns.ALRT_LVL),
    reviewDue: textDay(columns.ALRT_RVW),
    endedOn: textDay(columns.ALRT_END),
    endedReason: columns.ALRT_RSN || null,
    concerns: concernsOf(code),
  };
}

function concernsOf(code: string | null) {
  if (code === 'FAMILY_VIOLENCE_EXPERIENCING') return [{ role: 'VICTIM_SURVIVOR', isClient: true } as const];
  if (code === 'FAMILY_VIOLENCE_USING') return [{ role: 'USING_VIOLENCE', isClient: true } as const];
  return code === 'CHILD_WELLBEING' ? [{ role: 'CHILD', isClient: false } as const] : [];
}
