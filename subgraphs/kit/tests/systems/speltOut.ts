import type { InventedSystem } from './InventedSystem.ts';
import { family, fillers, given, insert, iso, people, pick, sentences, two } from './inventedRows.ts';

/** A system with names spelt out, and foreign keys. */
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
