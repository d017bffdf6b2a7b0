import type { InventedSystem } from './InventedSystem.ts';
import { compact, family, fillers, given, insert, people, pick, sentences, slashed, two } from './inventedRows.ts';

/** A system with names shortened to capitals, no foreign keys, and dates as text. */
export const shortened: InventedSystem = {
  ddl: `
CREATE TABLE USR_MST (USR_CD TEXT PRIMARY KEY, FIRST_NM TEXT, SURNM TEXT, D_O_B TEXT, GNDR TEXT, PWD TEXT, ACTV TEXT);
CREATE TABLE ORG_MST (ORG_NO INTEGER PRIMARY KEY, ORG_NM TEXT, ABN TEXT, TEL TEXT, PCODE TEXT);
CREATE TABLE PT_MST (PT_NO TEXT PRIMARY KEY, FIRST_NM TEXT, SURNM TEXT, D_O_B TEXT, GNDR TEXT, TEL_MOB TEXT, EML TEXT, ADDR TEXT, SUBURB TEXT, PCODE TEXT, DEL_FLG TEXT NOT NULL);
CREATE TABLE ANML (ANML_NO INTEGER PRIMARY KEY, PT_NO TEXT, NM TEXT, SEX TEXT, BREED TEXT, D_O_B TEXT);
CREATE TABLE ALRT_CAT (CAT_CD TEXT PRIMARY KEY, DESCR TEXT);
CREATE TABLE PT_ALRT (ALRT_NO INTEGER PRIMARY KEY, PT_NO TEXT NOT NULL, CAT_CD TEXT, SEV TEXT, STS TEXT, STRT_DT TEXT, END_DT TEXT, RVW_DT TEXT, CMNT TEXT, DEL_FLG TEXT NOT NULL);
CREATE TABLE PT_NOTE (NOTE_NO INTEGER PRIMARY KEY, PT_NO TEXT NOT NULL, NOTE_DT TEXT, USR_CD TEXT, NOTE_TXT TEXT, DEL_FLG TEXT NOT NULL);
CREATE TABLE PT_EPIS (EPIS_NO INTEGER PRIMARY KEY, PT_NO TEXT NOT NULL, SVC_CD TEXT, STRT_DT TEXT, END_DT TEXT, STS TEXT, VOID_YN TEXT NOT NULL);
CREATE TABLE PROB_CD (PROB_CD TEXT PRIMARY KEY, DESCR TEXT);
CREATE TABLE PT_PROB (PROB_NO INTEGER PRIMARY KEY, PT_NO TEXT NOT NULL, PROB_CD TEXT, IDENT_DT TEXT, RSLVD_DT TEXT, DEL_FLG TEXT NOT NULL);
CREATE TABLE PT_MST_HIST (HIST_NO INTEGER PRIMARY KEY, PT_NO TEXT, FIRST_NM TEXT, SURNM TEXT, D_O_B TEXT, CHG_DT TEXT);
CREATE TABLE USR_NOTE (UN_NO INTEGER PRIMARY KEY, USR_CD TEXT, NOTE_DT TEXT, NOTE_TXT TEXT);`,
  besides: fillers(
    [
      'AUD_LOG',
      'ACC_TYP',
      'BED_MST',
      'BNK_TRN',
      'CAL_EVT',
      'CFG_PRM',
      'CST_CTR',
      'DOC_IDX',
      'DOC_TYP',
      'DPT_MST',
      'EML_QUE',
      'ERR_LOG',
      'FIN_YR',
      'FRM_DEF',
      'FRM_FLD',
      'GL_ACCT',
      'GL_TRN',
      'HOL_CAL',
      'IMP_BTCH',
      'INV_HDR',
      'INV_LIN',
      'LKP_LANG',
      'LKP_STS',
      'LKP_SVC',
      'LOC_MST',
      'MNU_ITM',
      'MSG_OUT',
      'PAY_RUN',
      'PRT_QUE',
      'RPT_DEF',
      'RPT_RUN',
      'RST_MST',
      'RST_SHF',
      'SEC_GRP',
      'SEC_RGT',
      'SES_LOG',
      'SVC_MST',
      'TSK_QUE',
      'VEH_MST',
      'XTN_MAP',
    ],
    'ID INTEGER PRIMARY KEY, NM TEXT, CRT_DT TEXT, AMT REAL',
  ),
  rows: [
    insert(
      'USR_MST',
      people
        .slice(0, 8)
        .map((n) => [
          `U${n}`,
          pick(given, n + 3),
          pick(family, n + 5),
          compact(1970 + n, n),
          pick(['F', 'M'], n),
          'secretword',
          'Y',
        ]),
    ),
    insert(
      'ORG_MST',
      people.slice(0, 6).map((n) => [n, `COMPANY ${n}`, `1234567890${n}`, `03 5550 010${n}`, '3174']),
    ),
    insert(
      'PT_MST',
      people.map((n) => [
        `P${1000 + n}`,
        pick(given, n),
        pick(family, n * 5),
        compact(1960 + n, n),
        pick(['F', 'M', ''], n),
        `04${two(n)} 555 0${two(n)}1`,
        n % 3 ? `person${n}@mail.example` : '',
        `${n} Boronia Street`,
        pick(['Noble Park', 'Reservoir'], n),
        `30${two(n)}`,
        n % 11 ? 'N' : 'Y',
      ]),
    ),
    insert(
      'ANML',
      people
        .slice(0, 20)
        .map((n) => [n, `P${1000 + n}`, pick(['Rex', 'Bella'], n), pick(['M', 'F'], n), 'KELPIE', compact(2020, n)]),
    ),
    insert('ALRT_CAT', [
      ['DV', 'DOMESTIC VIOLENCE VICTIM'],
      ['SH', 'SELF HARM'],
      ['MD', 'MEDICAL'],
      ['CO', 'COURT ORDER'],
      ['IN', 'INTERPRETER'],
    ]),
    insert(
      'PT_ALRT',
      people.map((n) => [
        n,
        `P${1000 + n}`,
        pick(['DV', 'SH', 'MD', 'CO', 'IN'], n),
        pick(['L', 'M', 'H'], n),
        pick(['O', 'C'], n),
        slashed(2025, n),
        n % 2 ? '' : slashed(2026, n),
        slashed(2026, n),
        pick(sentences, n),
        n % 13 ? 'N' : 'Y',
      ]),
    ),
    insert(
      'PT_NOTE',
      people.map((n) => [n, `P${1000 + n}`, slashed(2025, n), `U${(n % 8) + 1}`, pick(sentences, n), 'N']),
    ),
    insert(
      'PT_EPIS',
      people.map((n) => [
        n,
        `P${1000 + n}`,
        pick(['CR', 'CM'], n),
        slashed(2024, n),
        n % 2 ? slashed(2025, n) : '',
        pick(['A', 'F', 'W'], n),
        n % 13 ? 'N' : 'Y',
      ]),
    ),
    insert('PROB_CD', [
      ['FIN', 'FINANCIAL DIFFICULTIES'],
      ['HOU', 'HOUSING CRISIS'],
      ['MEN', 'MENTAL HEALTH'],
      ['OTH', 'OTHER'],
    ]),
    insert(
      'PT_PROB',
      people.map((n) => [
        n,
        `P${1000 + n}`,
        pick(['FIN', 'HOU', 'MEN', 'OTH'], n),
        slashed(2024, n),
        n % 2 ? slashed(2025, n) : '',
        n % 13 ? 'N' : 'Y',
      ]),
    ),
    insert(
      'PT_MST_HIST',
      people.map((n) => [
        n,
        `P${1000 + n}`,
        pick(given, n + 1),
        pick(family, n),
        compact(1960 + n, n),
        slashed(2023, n),
      ]),
    ),
    insert(
      'USR_NOTE',
      people.slice(0, 8).map((n) => [n, `U${n}`, slashed(2025, n), pick(sentences, n)]),
    ),
  ],
  secrets: [
    ...given,
    ...family,
    ...sentences,
    '@mail.example',
    'Boronia Street',
    'Noble Park',
    'secretword',
    'P1001',
    "'U1'",
  ],
};
