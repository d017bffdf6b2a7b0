import { word } from './word.ts';

const clients: readonly string[] = [
  ...['clients?', 'cli', 'clnt', 'clt', 'clienten', 'klient(en)?', 'participants?', 'ptcp', 'patients?', 'pat', 'pt'],
  ...['ptnt', 'residents?', 'consumers?', 'service users?', 'tenants?', 'beneficiar(y|ies)'],
];

/** Of the words for people, those that mean the people the agency works with. */
export const clientWords = word(...clients);

/** Names of tables of people. */
export const peopleWords = word(
  ...clients,
  ...[
    'persons?',
    'people',
    'prs',
    'pers',
    'prsn',
    'identity',
    'identities',
    'individuals?',
    'personen',
    'young people',
  ],
);

/** Names of people tables that are not taken for clients. */
export const otherPeopleWords = word(
  ...[
    'staff',
    'users?',
    'usr',
    'employees?',
    'emp',
    'workers?',
    'wkr',
    'volunteers?',
    'providers?',
    'practitioners?',
    'clinicians?',
  ],
  ...[
    'doctors?',
    'therapists?',
    'accounts?',
    'logins?',
    'operators?',
    'donors?',
    'suppliers?',
    'vendors?',
    'trustees?',
    'board',
  ],
  ...['officers?', 'case ?managers?', 'case ?workers?', 'counsell?ors?', 'advocates?', 'personnel', 'team members?'],
);

export const otherThingWords = word(
  ...[
    'animals?',
    'pets?',
    'dogs?',
    'vehicles?',
    'organi[sz]ations?',
    'orgs?',
    'agenc(y|ies)',
    'compan(y|ies)',
    'employers?',
    'landlords?',
  ],
  ...[
    'audit',
    'logs?',
    'hist',
    'history',
    'histories',
    'tmp',
    'temp',
    'bak',
    'backup',
    'archive',
    'old',
    'staging',
    'import',
    'export',
    'migrations?',
  ],
  ...[
    'lkp',
    'lookups?',
    'lu',
    'ref',
    'types?',
    'codes?',
    'kinds?',
    'status(es)?',
    'categor(y|ies)',
    'config',
    'settings?',
    'permissions?',
    'roles?',
    'sessions?',
  ],
  ...[
    'templates?',
    'reports?',
    'invoices?',
    'payments?',
    'queues?',
    'jobs?',
    'rosters?',
    'assets?',
    'rooms?',
    'events?',
  ],
);

/** What people's data hangs on: the tables in the middle of a system. */
export const visitWords = word(
  ...[
    'encounters?',
    'visits?',
    'consultations?',
    'consults?',
    'attendances?',
    'sessions?',
    'episodes?',
    'epis?',
    'cases?',
  ],
  ...['periods?', 'admissions?', 'stays?', 'enrol?lments?', 'referrals?', 'intakes?', 'files?', 'charts?', 'issues?'],
);

/** What looks like alerts, notes and episodes by its columns but is not: messages, work in progress, links and documents. */
export const decoyWords = word(
  ...[
    'messages?',
    'msgs?',
    'inbox',
    'outbox',
    'mail',
    'emails?',
    'sms',
    'tasks?',
    'todos?',
    'reminders?',
    'notifications?',
  ],
  ...[
    'requests?',
    'labs?',
    'tests?',
    'results?',
    'specimens?',
    'audits?',
    'queues?',
    'lnk',
    'links?',
    'xref',
    'bills?',
  ],
  ...['relationships?', 'documents?', 'forms?', 'hints?', 'unmatched', 'incoming'],
);

/** Names of tables of former names and nicknames. */
export const aliasWords = word(
  ...['alias(es)?', 'aka', 'akas', 'former', 'previous', 'prev', 'maiden', 'nick', 'nicknames?', 'known as', 'names?'],
);

/** Names of tables whose rows are other people than the ones they refer to. */
export const kinWords = word(
  ...[
    'emergency',
    'kin',
    'carers?',
    'relat(ive|ion|ionship)s?',
    'famil(y|ies)',
    'contacts? persons?',
    'partners?',
    'child(ren)?',
  ],
);

const refuges = ['refuges?', 'shelters?', 'safe ?(house|home|room)s?', 'crisis (accom(modation)?|beds?)'] as const;

/** Names of tables and columns that say where people are hidden. */
export const refugeWords = word(...refuges);

/** Names of kinds of addresses and numbers that are disclosed to nobody; `not confidential` is disclosed. */
export const hiddenWords = word(
  ...refuges,
  '(?<!\\b(no longer|non|not|never) )(silent|unlisted|suppressed|confidential|secret|unsafe)',
  ...['not safe', 'dnc', 'no contact'],
  '(do not|don ?t|never|not to be) (contact|call|ring|phone|use|text|sms|email|e mail|give|release|disclose|share)(e?d)?',
);

/** Names of lists of codes. */
export const codeListWords = word(
  'types?',
  'typ',
  'codes?',
  'cd',
  'kinds?',
  'status(es)?',
  'categor(y|ies)',
  'cat',
  'lkp',
  'lookups?',
  'lu',
  'ref',
);

/** Words that say nothing about what a table is. */
export const emptyWords = /^(tbl|t|tb|mst|master|main|data|dtl|details?|rec|records?|list)$/;
