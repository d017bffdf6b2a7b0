import { type AlertCode, alertTexts, historicalTexts, type OtherAlertCode } from './alertTexts.ts';
import { addDays, ageOn } from './calendar.ts';
import { dayOnFile, type Filing, laterOnFile } from './Filing.ts';
import { fillTemplate } from './fillTemplate.ts';
import type { AgencyKey, InventedAlert } from './InventedPerson.ts';
import { wordsFor } from './wordsFor.ts';

type Certainty = InventedAlert['certainty'];

const others: Readonly<Record<AgencyKey, readonly (readonly [OtherAlertCode, number])[]>> = {
  harbour: [
    ['CHILD_WELLBEING', 10],
    ['SUICIDE_SELF_HARM', 7],
    ['MEDICAL', 7],
    ['WORKER_SAFETY_PERSON', 8],
    ['WORKER_SAFETY_PREMISES', 8],
    ['COMMUNICATION_SAFETY', 6],
    ['COURT_ORDER', 7],
    ['CULTURAL_SAFETY', 4],
    ['LEGAL_GUARDIAN', 2],
    ['DATA_CORRECTION_PENDING', 2],
  ],
  wattle: [
    ['CHILD_WELLBEING', 14],
    ['COMMUNICATION_SAFETY', 22],
    ['COURT_ORDER', 18],
    ['CULTURAL_SAFETY', 6],
    ['SUICIDE_SELF_HARM', 6],
    ['WORKER_SAFETY_PREMISES', 5],
    ['DATA_CORRECTION_PENDING', 1],
  ],
  kestrel: [
    ['SUICIDE_SELF_HARM', 22],
    ['MEDICAL', 24],
    ['WORKER_SAFETY_PERSON', 4],
    ['WORKER_SAFETY_PREMISES', 4],
    ['CHILD_WELLBEING', 4],
    ['CULTURAL_SAFETY', 4],
    ['LEGAL_GUARDIAN', 4],
    ['DATA_CORRECTION_PENDING', 2],
  ],
};

/** Share of records with an alert other than those for family violence. */
const OTHER_ALERTS = 0.28;

/** Alerts that are not raised about a child under sixteen. */
const adultsOnly: ReadonlySet<AlertCode> = new Set([
  'WORKER_SAFETY_PERSON',
  'LEGAL_GUARDIAN',
  'COURT_ORDER',
  'SUICIDE_SELF_HARM',
]);

/** Returns the alerts of one record, each code once, oldest first. */
export function inventAlerts(filing: Filing): readonly InventedAlert[] {
  const { agency, truth, asOf, random, language } = filing;
  const codes = new Set<AlertCode>();
  if (filing.named && truth.violence !== undefined) {
    codes.add(truth.violence.part === 'USING' ? 'FAMILY_VIOLENCE_USING' : 'FAMILY_VIOLENCE_EXPERIENCING');
  }
  if (language !== 'English' && random.chance(0.7)) codes.add('INTERPRETER');
  const child = ageOn(truth.dateOfBirth, asOf) < 16;
  for (
    let left = random.chance(OTHER_ALERTS)
      ? random.weighted([
          [1, 8],
          [2, 2],
        ])
      : 0;
    left > 0;
    left -= 1
  ) {
    const code = random.weighted(others[agency]);
    if (!(child && adultsOnly.has(code))) codes.add(code);
  }
  return [...codes]
    .map((code) => alertOf(code, filing))
    .sort((a, b) => (a.raisedOn < b.raisedOn ? -1 : a.raisedOn > b.raisedOn ? 1 : a.id - b.id));
}

/** Useful to know, but without danger to anyone. */
const neverGrave: ReadonlySet<AlertCode> = new Set(['INTERPRETER', 'CULTURAL_SAFETY', 'DATA_CORRECTION_PENDING']);

/** Returns the severities of a category's alerts, with their weights. */
function severities(code: AlertCode): [InventedAlert['severity'], number][] {
  if (neverGrave.has(code))
    return [
      ['LOW', 4],
      ['MEDIUM', 2],
    ];
  if (code.startsWith('FAMILY'))
    return [
      ['LOW', 1],
      ['MEDIUM', 4],
      ['HIGH', 4],
      ['CRITICAL', 1],
    ];
  return [
    ['LOW', 4],
    ['MEDIUM', 5],
    ['HIGH', 2],
    ['CRITICAL', 0.3],
  ];
}

function alertOf(code: AlertCode, filing: Filing): InventedAlert {
  const { random, asOf } = filing;
  const raisedOn = random.chance(0.5) ? filing.since : dayOnFile(filing);
  const certainty = certaintyOf(code, filing);
  const alert = {
    id: filing.nextId('alert'),
    code,
    certainty,
    severity: random.weighted<InventedAlert['severity']>(severities(code)),
    text: fillTemplate(
      random.pick(certainty === 'HISTORICAL' ? (historicalTexts[code] ?? alertTexts[code]) : alertTexts[code]),
      wordsFor(filing),
      random,
    ),
    raisedOn,
    raisedBy: random.weighted<InventedAlert['raisedBy']>([
      ['PRACTITIONER', 8],
      ['TEAM_LEADER', 2],
    ]),
  };
  const ended = certainty === 'RULED_OUT' || filing.until !== undefined || random.chance(0.14);
  if (ended && random.chance(0.9)) {
    const endedOn = laterOnFile(filing, raisedOn, random.int(20, 400));
    const wrong = certainty !== 'RULED_OUT' && random.chance(0.05);
    return {
      ...alert,
      status: wrong ? 'ENTERED_IN_ERROR' : 'CLOSED',
      endedOn,
      endedReason: wrong ? 'Entered on the wrong record.' : random.pick(certainty === 'RULED_OUT' ? ruledOut : closed),
    };
  }
  // Some reviews are overdue: clients of the API must show that and not take it for "no risk".
  const reviewDue = addDays(asOf, random.int(-45, 150));
  const status = random.chance(0.12) ? 'UNDER_REVIEW' : 'ACTIVE';
  return random.chance(0.85) ? { ...alert, status, reviewDue } : { ...alert, status };
}

const ruledOut = [
  'Assessed: no ground for it found.',
  'The report was about another person.',
  'Reviewed with team leader: does not apply.',
];
const closed = [
  'No longer current at review.',
  'Case closed; handed over in person.',
  'Person asked for it to end; agreed at review.',
  'Circumstances changed; reviewed with team leader.',
];

function certaintyOf(code: AlertCode, { agency, random }: Filing): Certainty {
  if (code === 'FAMILY_VIOLENCE_EXPERIENCING' || code === 'FAMILY_VIOLENCE_USING') {
    return agency === 'wattle'
      ? random.weighted<Certainty>([
          ['DISCLOSED', 25],
          ['ASSESSED', 65],
          ['HISTORICAL', 6],
          ['RULED_OUT', 2],
          ['INDICATED', 2],
        ])
      : random.weighted<Certainty>([
          ['INDICATED', 28],
          ['DISCLOSED', 42],
          ['ASSESSED', 16],
          ['HISTORICAL', 10],
          ['RULED_OUT', 4],
        ]);
  }
  if (code === 'SUICIDE_SELF_HARM')
    return random.weighted<Certainty>([
      ['INDICATED', 2],
      ['DISCLOSED', 4],
      ['ASSESSED', 3],
      ['HISTORICAL', 3],
    ]);
  return random.weighted<Certainty>([
    ['INDICATED', 2],
    ['DISCLOSED', 4],
    ['ASSESSED', 4],
    ['HISTORICAL', 0.6],
    ['RULED_OUT', 0.2],
  ]);
}
