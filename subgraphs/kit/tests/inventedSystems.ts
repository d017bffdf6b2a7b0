/**
 * Two case management systems nobody has, of more than fifty tables each, in two styles: one spelt out, with foreign keys; one
 * shortened to capitals, with none and days as text. Beside the tables that matter stand those that look like them: staff with days of
 * birth, animals with sex and names, companies, notes about staff, templates, audits.
 */
export type InventedSystem = Readonly<{
  ddl: string;
  /** Tables that have nothing to do with anybody's file. */
  besides: string;
  rows: readonly string[];
  /** What no file and no line on the screen may say. */
  secrets: readonly string[];
}>;

const given = ['Ada', 'Bruno', 'Chidi', 'Dalia', 'Emeka', 'Farah', 'Goran', 'Hana', 'Ivo', 'Jana', 'Kofi', 'Lien'];
const family = [
  'Abara',
  'Brandt',
  'Castel',
  'Duarte',
  'Eskola',
  'Ferro',
  'Galanis',
  'Haddad',
  'Ibsen',
  'Jovanov',
  'Kamau',
  'Lindqvist',
];
const sentences = [
  'Came in without an appointment and asked for the housing worker by name.',
  'Rang twice this week; both times the line went dead before we could speak.',
  'Says the new room is quiet and that sleep has been better since the move.',
];
const people = Array.from({ length: 48 }, (_, n) => n + 1);
const pick = (list: readonly string[], n: number): string => list[n % list.length] ?? '';
const two = (n: number): string => String(n).padStart(2, '0');
const iso = (year: number, n: number): string => `${year}-${two((n % 12) + 1)}-${two((n % 28) + 1)}`;
const compact = (year: number, n: number): string => iso(year, n).replaceAll('-', '');
const slashed = (year: number, n: number): string => iso(year, n).split('-').reverse().join('/');
const sql = (value: string | number | null): string =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
const insert = (table: string, rows: readonly (readonly (string | number | null)[])[]): string =>
  `INSERT INTO "${table}" VALUES ${rows.map((row) => `(${row.map(sql).join(', ')})`).join(', ')}`;

const fillers = (names: readonly string[], columns: string): string =>
  names.map((name) => `CREATE TABLE "${name}" (${columns});`).join('\n');

export const speltOut: InventedSystem = {
  ddl: `
CREATE TABLE "Employee" ("EmployeeID" INTEGER PRIMARY KEY, "FirstName" TEXT, "LastName" TEXT, "DateOfBirth" DATE, "Gender" TEXT, "UserName" TEXT, "WorkEmail" TEXT, "IsActive" BOOLEAN);
CREATE TABLE "Organisation" ("OrganisationID" INTEGER PRIMARY KEY, "OrganisationName" TEXT, "ABN" TEXT, "Phone" TEXT, "Email" TEXT, "Suburb" TEXT, "Postcode" TEXT);
CREATE TABLE "Participant" ("ParticipantID" INTEGER PRIMARY KEY, "GivenNames" TEXT, "Surname" TEXT, "BirthDate" DATE, "BirthDateEstimated" BOOLEAN, "GenderCode" TEXT, "PreferredLanguage" TEXT, "MobilePhone" TEXT, "EmailAddress" TEXT, "StreetAddress" TEXT, "Suburb" TEXT, "State" TEXT, "Postcode" TEXT, "KeyWorkerID" INTEGER REFERENCES "Employee", "RegistrationDate" DATE, "ExitDate" DATE, "IsDeleted" BOOLEAN NOT NULL);
CREATE TABLE "CompanionAnimal" ("CompanionAnimalID" INTEGER PRIMARY KEY, "ParticipantID" INTEGER REFERENCES "Participant", "Name" TEXT, "Species" TEXT, "Breed" TEXT, "Sex" TEXT, "DateOfBirth" DATE);
CREATE TABLE "FlagType" ("FlagTypeID" INTEGER PRIMARY KEY, "Description" TEXT);
CREATE TABLE "RiskFlag" ("RiskFlagID" INTEGER PRIMARY KEY, "ParticipantID" INTEGER NOT NULL REFERENCES "Participant", "FlagTypeID" INTEGER REFERENCES "FlagType", "RiskLevel" TEXT, "FlagStatus" TEXT, "DateRaised" DATE, "ReviewDate" DATE, "DateClosed" DATE, "Comments" TEXT, "IsDeleted" BOOLEAN NOT NULL);
CREATE TABLE "NoteType" ("NoteTypeID" INTEGER PRIMARY KEY, "Description" TEXT);
CREATE TABLE "ProgressNote" ("ProgressNoteID" INTEGER PRIMARY KEY, "ParticipantID" INTEGER NOT NULL REFERENCES "Participant", "NoteTypeID" INTEGER REFERENCES "NoteType", "NoteDate" DATE, "AuthorEmployeeID" INTEGER REFERENCES "Employee", "NoteText" TEXT, "VoidedDate" DATE);
CREATE TABLE "Program" ("ProgramID" INTEGER PRIMARY KEY, "ProgramName" TEXT);
CREATE TABLE "ServiceEpisode" ("ServiceEpisodeID" INTEGER PRIMARY KEY, "ParticipantID" INTEGER NOT NULL REFERENCES "Participant", "ProgramID" INTEGER REFERENCES "Program", "CommencementDate" DATE, "EndDate" DATE, "EpisodeStatus" TEXT, "IsDeleted" BOOLEAN NOT NULL);
CREATE TABLE "IssueType" ("IssueTypeID" INTEGER PRIMARY KEY, "Description" TEXT);
CREATE TABLE "PresentingIssue" ("PresentingIssueID" INTEGER PRIMARY KEY, "ServiceEpisodeID" INTEGER NOT NULL REFERENCES "ServiceEpisode", "IssueTypeID" INTEGER REFERENCES "IssueType", "DateIdentified" DATE, "DateResolved" DATE);
CREATE TABLE "EmployeeNote" ("EmployeeNoteID" INTEGER PRIMARY KEY, "EmployeeID" INTEGER REFERENCES "Employee", "NoteDate" DATE, "NoteText" TEXT);
CREATE TABLE "ParticipantAuditLog" ("AuditID" INTEGER PRIMARY KEY, "ParticipantID" INTEGER REFERENCES "Participant", "ChangedDate" DATE, "ChangeText" TEXT);
CREATE TABLE "Appointment" ("AppointmentID" INTEGER PRIMARY KEY, "ParticipantID" INTEGER REFERENCES "Participant", "EmployeeID" INTEGER REFERENCES "Employee", "StartTime" DATETIME, "Location" TEXT);
CREATE TABLE "EmergencyContact" ("EmergencyContactID" INTEGER PRIMARY KEY, "ParticipantID" INTEGER REFERENCES "Participant", "FullName" TEXT, "Phone" TEXT, "Relationship" TEXT);`,
  besides: fillers(
    [
      'Vehicle',
      'Room',
      'Roster',
      'Shift',
      'LeaveRequest',
      'Payslip',
      'Invoice',
      'InvoiceLine',
      'Donation',
      'Donor',
      'Supplier',
      'PurchaseOrder',
      'Asset',
      'AssetCheck',
      'Policy',
      'PolicyVersion',
      'TrainingCourse',
      'TrainingSession',
      'Meeting',
      'MeetingAction',
      'ReportDefinition',
      'ReportRun',
      'SystemSetting',
      'EmailQueue',
      'EmailTemplate',
      'NoteTemplate',
      'RiskAssessmentTemplate',
      'UserRole',
      'UserPermission',
      'LoginSession',
      'ErrorLog',
      'ImportBatch',
      'ExportBatch',
      'Region',
      'Office',
      'Team',
      'Survey',
      'SurveyQuestion',
      'Tag',
      'Holiday',
    ],
    '"ID" INTEGER PRIMARY KEY, "Name" TEXT, "CreatedDate" DATE, "Amount" REAL',
  ),
  rows: [
    insert(
      'Employee',
      people
        .slice(0, 8)
        .map((n) => [
          n,
          pick(given, n + 3),
          pick(family, n + 5),
          iso(1970 + n, n),
          n % 2 ? 'F' : 'M',
          `user${n}`,
          `user${n}@agency.example`,
          1,
        ]),
    ),
    insert(
      'Organisation',
      people
        .slice(0, 6)
        .map((n) => [
          n,
          `Company ${n}`,
          `1234567890${n}`,
          `03 5550 010${n}`,
          `office${n}@company.example`,
          'Noble Park',
          '3174',
        ]),
    ),
    insert(
      'Participant',
      people.map((n) => [
        n,
        pick(given, n),
        pick(family, n * 5),
        iso(1960 + n, n),
        n % 7 === 0 ? 1 : 0,
        pick(['F', 'M', 'X'], n),
        pick(['English', 'Vietnamese', 'Arabic'], n),
        `04${two(n)} 555 0${two(n)}1`,
        `person${n}@mail.example`,
        `${n} Boronia Street`,
        pick(['Noble Park', 'Reservoir'], n),
        'VIC',
        `30${two(n)}`,
        (n % 8) + 1,
        iso(2024, n),
        n % 3 ? null : iso(2025, n),
        n % 11 ? 0 : 1,
      ]),
    ),
    insert(
      'CompanionAnimal',
      people
        .slice(0, 20)
        .map((n) => [n, n, pick(['Rex', 'Bella', 'Milo'], n), 'Dog', 'Kelpie', pick(['M', 'F'], n), iso(2020, n)]),
    ),
    insert(
      'FlagType',
      [
        'Family violence - affected family member',
        'Suicide or self-harm',
        'Medical condition',
        'Court order',
        'Interpreter needed',
      ].map((label, n) => [n + 1, label]),
    ),
    insert(
      'RiskFlag',
      people.map((n) => [
        n,
        n,
        (n % 5) + 1,
        pick(['Low', 'Medium', 'High'], n),
        pick(['Open', 'Closed'], n),
        iso(2025, n),
        iso(2026, n),
        n % 2 ? null : iso(2026, n),
        pick(sentences, n),
        0,
      ]),
    ),
    insert(
      'NoteType',
      ['General', 'Housing', 'Health'].map((label, n) => [n + 1, label]),
    ),
    insert(
      'ProgressNote',
      people.map((n) => [
        n,
        n,
        (n % 3) + 1,
        iso(2025, n),
        (n % 8) + 1,
        pick(sentences, n),
        n % 9 ? null : iso(2025, n),
      ]),
    ),
    insert(
      'Program',
      ['Crisis accommodation', 'Case management'].map((label, n) => [n + 1, label]),
    ),
    insert(
      'ServiceEpisode',
      people.map((n) => [
        n,
        n,
        (n % 2) + 1,
        iso(2024, n),
        n % 2 ? iso(2025, n) : null,
        pick(['Active', 'Closed', 'Waiting'], n),
        0,
      ]),
    ),
    insert(
      'IssueType',
      ['Financial difficulties', 'Housing crisis', 'Mental health', 'Domestic and family violence', 'Other'].map(
        (label, n) => [n + 1, label],
      ),
    ),
    insert(
      'PresentingIssue',
      people.map((n) => [n, n, (n % 5) + 1, iso(2024, n), n % 2 ? iso(2025, n) : null]),
    ),
    insert(
      'EmployeeNote',
      people.slice(0, 8).map((n) => [n, n, iso(2025, n), pick(sentences, n)]),
    ),
    insert(
      'ParticipantAuditLog',
      people.map((n) => [n, n, iso(2025, n), pick(sentences, n)]),
    ),
    insert(
      'EmergencyContact',
      people
        .slice(0, 20)
        .map((n) => [
          n,
          n,
          `${pick(given, n + 1)} ${pick(family, n + 2)}`,
          `03 5551 00${two(n)}`,
          pick(['Mother', 'Friend'], n),
        ]),
    ),
  ],
  secrets: [...given, ...family, ...sentences, '@mail.example', 'Boronia Street', 'Noble Park', 'user1'],
};

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
