import { ageOn } from './calendar.ts';
import { dayOnFile, type Filing } from './Filing.ts';
import type { FiledRecord } from './InventedPerson.ts';
import type { Random } from './random.ts';

type Observation = FiledRecord['health'][number];
type Finding = Readonly<{ kind: Observation['kind']; concept: string; value: (random: Random) => string }>;

const one = (list: readonly string[]) => (random: Random) => random.pick(list);

const findings: readonly (readonly [Finding, number])[] = [
  [
    {
      kind: 'MENTAL_HEALTH',
      concept: 'Kessler psychological distress (K10)',
      value: (random) => `${random.int(14, 46)} of 50`,
    },
    14,
  ],
  [
    {
      kind: 'MENTAL_HEALTH',
      concept: 'Depression questionnaire (PHQ-9)',
      value: (random) => `${random.int(3, 25)} of 27`,
    },
    8,
  ],
  [
    {
      kind: 'MENTAL_HEALTH',
      concept: 'Anxiety questionnaire (GAD-7)',
      value: (random) => `${random.int(2, 21)} of 21`,
    },
    7,
  ],
  [
    {
      kind: 'MENTAL_HEALTH',
      concept: 'Working diagnosis',
      value: one([
        'Major depressive disorder',
        'Generalised anxiety disorder',
        'Post-traumatic stress disorder',
        'Bipolar disorder',
        'Adjustment disorder',
        'Persistent grief',
        'Schizoaffective disorder',
        'Panic disorder',
      ]),
    },
    9,
  ],
  [{ kind: 'AOD', concept: 'Alcohol use (AUDIT-C)', value: (random) => `${random.int(0, 12)} of 12` }, 9],
  [
    {
      kind: 'AOD',
      concept: 'Principal drug of concern',
      value: one([
        'Alcohol',
        'Methamphetamine',
        'Cannabis',
        'Heroin',
        'Benzodiazepines',
        'Prescribed opioids',
        'GHB',
        'None at present',
      ]),
    },
    8,
  ],
  [{ kind: 'AOD', concept: 'Days used in the last 28', value: (random) => `${random.int(0, 28)}` }, 5],
  [
    {
      kind: 'MEDICATION',
      concept: 'Current medicine',
      value: one([
        'Sertraline 50 mg daily',
        'Sertraline 100 mg daily',
        'Escitalopram 10 mg daily',
        'Mirtazapine 30 mg at night',
        'Quetiapine 25 mg at night',
        'Venlafaxine 75 mg daily',
        'Metformin 1 g twice daily',
        'Perindopril 5 mg daily',
        'Salbutamol inhaler as needed',
        'Atorvastatin 40 mg daily',
        'Buprenorphine depot monthly',
        'Methadone 45 mg daily',
        'Lithium 500 mg twice daily',
        'Thyroxine 75 micrograms daily',
      ]),
    },
    15,
  ],
  [
    {
      kind: 'HEALTH',
      concept: 'Blood pressure',
      value: (random) => `${random.int(102, 168)}/${random.int(60, 102)} mmHg`,
    },
    8,
  ],
  [{ kind: 'HEALTH', concept: 'HbA1c', value: (random) => `${(random.int(50, 98) / 10).toFixed(1)} %` }, 5],
  [
    {
      kind: 'HEALTH',
      concept: 'Long-term condition',
      value: one([
        'Asthma',
        'Type 2 diabetes',
        'Hypertension',
        'Chronic pain',
        'Epilepsy',
        'Hepatitis C, treated',
        'Osteoarthritis',
        'Migraine',
        'Acquired brain injury',
        'Endometriosis',
        'Sleep apnoea',
      ]),
    },
    11,
  ],
  [
    { kind: 'HEALTH', concept: 'Smoking', value: one(['Never', 'Former', '5 a day', '10 a day', '20 a day', 'Vapes']) },
    5,
  ],
];

const childFindings: readonly (readonly [Finding, number])[] = [
  [{ kind: 'HEALTH', concept: 'Immunisation', value: one(['Up to date', 'Overdue', 'Catch-up begun']) }, 6],
  [
    {
      kind: 'HEALTH',
      concept: 'Long-term condition',
      value: one(['Asthma', 'Eczema', 'Glue ear', 'Type 1 diabetes', 'Coeliac disease']),
    },
    4,
  ],
  [{ kind: 'HEALTH', concept: 'Hearing check', value: one(['Passed', 'Referred', 'Booked']) }, 3],
  [
    {
      kind: 'MENTAL_HEALTH',
      concept: 'Strengths and difficulties questionnaire',
      value: (random) => `${random.int(4, 30)} of 40`,
    },
    4,
  ],
  [
    {
      kind: 'MEDICATION',
      concept: 'Current medicine',
      value: one(['Fluticasone inhaler twice daily', 'Methylphenidate 10 mg twice daily', 'Melatonin 2 mg at night']),
    },
    2,
  ],
];

/** Returns coded observations, newest last; community health only. No concept is observed twice on one day. */
export function inventHealth(filing: Filing): readonly Observation[] {
  const { agency, truth, asOf, random } = filing;
  if (agency !== 'kestrel') return [];
  const choices = ageOn(truth.dateOfBirth, asOf) < 16 ? childFindings : findings;
  const observed = new Map<string, Omit<Observation, 'id'>>();
  for (
    let left = random.weighted([
      [0, 10],
      [1, 22],
      [2, 26],
      [3, 20],
      [4, 14],
      [6, 8],
    ]);
    left > 0;
    left -= 1
  ) {
    const { kind, concept, value } = random.weighted(choices);
    const on = dayOnFile(filing);
    observed.set(`${concept} ${on}`, { kind, concept, value: value(random), on });
  }
  return [...observed.values()]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((observation) => ({ id: filing.nextId('observation'), ...observation }));
}
