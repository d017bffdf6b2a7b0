import type { FiledRecord } from '@accord/people/InventedPerson';
import { alertColumns } from './alertColumns.ts';
import { dobAccuracies, episodeStates, housingCodes, needCodes, noteLetters, ownCodeFor, sexes } from './ownCodes.ts';
import { textDate, textDateOfBirth } from './textDate.ts';

export type Row = Readonly<Record<string, string | number | null>>;

/** Rows by table. */
export type Rows = ReadonlyMap<string, readonly Row[]>;

/** Initials by sign-in name. */
export type Initials = ReadonlyMap<string, string>;

/** One person's file as Wattle stores it. Throws where Wattle lacks a code or initials that the file needs. */
export function recordRows(record: FiledRecord, initials: Initials): Rows {
  return new Map<string, readonly Row[]>([
    ['TBL_PERS', [personRow(record, initials)]],
    ['TBL_CTACT', [contactRow(record)]],
    ['TBL_NEED', needRows(record)],
    ['TBL_NOTE', noteRows(record, initials)],
    ['TBL_EPIS', episodeRows(record)],
  ]);
}

const yesNo = (yes: boolean): 'Y' | 'N' => (yes ? 'Y' : 'N');

const personRow = (record: FiledRecord, initials: Initials): Row => ({
  PRS_NO: record.number,
  S_NAM: record.spelling.family,
  F_NAM: record.spelling.given,
  AKA_S_NAM: record.spelling.alias?.family ?? '',
  AKA_F_NAM: record.spelling.alias?.given ?? '',
  DOB_TXT: textDateOfBirth(record.spelling),
  DOB_EST: ownCodeFor(dobAccuracies, record.spelling.dateAccuracy),
  SEX_CD: ownCodeFor(sexes, record.spelling.sex),
  LANG: record.language,
  CULT: record.culturalIdentity ?? '',
  PROG: record.programme,
  WKR_INIT: initialsOf(initials, record.worker.login),
  OPN_DT: textDate(record.since),
  CLS_DT: textDate(record.until),
  HSG_CD: record.housing ? ownCodeFor(housingCodes, record.housing.situation) : '',
  HSG_DT: textDate(record.housing?.since),
  HSG_RISK: record.housing ? yesNo(record.housing.atRisk) : '',
  ...alertColumns(record.alerts),
  MRG_TO: null,
});

const contactRow = (record: FiledRecord): Row => ({
  PRS_NO: record.number,
  PH_NO: record.phone ?? '',
  EML: record.email ?? '',
  ADR_LN: record.place?.line ?? '',
  ADR_SB: record.place?.suburb ?? '',
  ADR_ST: record.place?.state ?? '',
  ADR_PC: record.place?.postcode ?? '',
  VM_OK: yesNo(!record.unsafeContact.includes('VOICEMAIL')),
  SMS_OK: yesNo(!record.unsafeContact.includes('SMS')),
  LTR_OK: yesNo(!record.unsafeContact.includes('LETTER')),
});

const needRows = (record: FiledRecord): readonly Row[] =>
  record.needs.map((need) => ({
    ND_NO: need.id,
    PRS_NO: record.number,
    ND_CD: ownCodeFor(needCodes, need.reason),
    ND_DT: textDate(need.identifiedOn),
    ND_MET: yesNo(need.metOn !== undefined),
    ND_MET_DT: textDate(need.metOn),
  }));

const noteRows = (record: FiledRecord, initials: Initials): readonly Row[] =>
  record.notes.map((note) => ({
    NT_NO: note.id,
    PRS_NO: record.number,
    NT_DT: textDate(note.writtenOn),
    NT_TYP: note.about.map((category) => ownCodeFor(noteLetters, category)).join(''),
    NT_BY: initialsOf(initials, note.writtenBy),
    NT_TXT: note.text,
  }));

const episodeRows = (record: FiledRecord): readonly Row[] =>
  record.episodes.map((episode) => ({
    EP_NO: episode.id,
    PRS_NO: record.number,
    EP_PROG: episode.programme,
    EP_STAT: ownCodeFor(episodeStates, episode.status),
    EP_FROM: textDate(episode.start),
    EP_TO: textDate(episode.end),
  }));

function initialsOf(initials: Initials, login: string): string {
  const found = initials.get(login);
  if (found === undefined) throw new Error(`"${login}" stands on a file at Wattle but not in its USERS.`);
  return found;
}
