/** One term of an agreed list. */
export type Term<Code extends string = string> = Readonly<{ code: Code; label: string }>;
export type AlertTerm = Term & Readonly<{ category: string }>;

/**
 * The categories that the contract's own SDL and lists use.
 *
 * The partnership's consent profile says what they are called, which are sensitive and which is part of which, and may add
 * more.
 */
export const categoryCodes = [
  'IDENTITY',
  'CONTACT',
  'ADDRESS',
  'PHONE',
  'SERVICE_USE',
  'HOUSING',
  'FINANCE',
  'LEGAL',
  'FV_RISK',
  'FV_NARRATIVE',
  'SAFETY_PLAN',
  'CHILD_WELLBEING',
  'WORKER_SAFETY',
  'HEALTH',
  'MEDICATION',
  'MENTAL_HEALTH',
  'AOD',
  'SEXUAL_HEALTH',
  'CULTURAL_IDENTITY',
] as const;

export type CategoryCode = (typeof categoryCodes)[number];

/**
 * The alert categories a partnership starts from. They are ours, because there is no national list. Agencies map their own
 * codes to them.
 */
export const alertTerms = [
  { code: 'FAMILY_VIOLENCE_EXPERIENCING', label: 'Person experiencing family violence', category: 'FV_RISK' },
  { code: 'FAMILY_VIOLENCE_USING', label: 'Person using family violence', category: 'FV_RISK' },
  { code: 'CHILD_WELLBEING', label: 'Concern for the wellbeing of a child', category: 'CHILD_WELLBEING' },
  { code: 'SUICIDE_SELF_HARM', label: 'Risk of suicide or self-harm', category: 'MENTAL_HEALTH' },
  { code: 'MEDICAL', label: 'Medical alert', category: 'HEALTH' },
  { code: 'WORKER_SAFETY_PERSON', label: 'Take care when meeting the person', category: 'WORKER_SAFETY' },
  { code: 'WORKER_SAFETY_PREMISES', label: 'Take care at the premises', category: 'WORKER_SAFETY' },
  { code: 'COMMUNICATION_SAFETY', label: 'Some ways of reaching the person are unsafe', category: 'CONTACT' },
  { code: 'COURT_ORDER', label: 'Court order in force', category: 'LEGAL' },
  { code: 'CULTURAL_SAFETY', label: 'Cultural safety', category: 'CULTURAL_IDENTITY' },
  { code: 'INTERPRETER', label: 'Interpreter needed', category: 'CULTURAL_IDENTITY' },
  { code: 'LEGAL_GUARDIAN', label: 'A guardian makes decisions', category: 'LEGAL' },
  { code: 'DATA_CORRECTION_PENDING', label: 'A correction to this record is pending', category: 'SERVICE_USE' },
] as const satisfies readonly (Term & { category: CategoryCode })[];

export type AlertCode = (typeof alertTerms)[number]['code'];

/** Alert categories that warn of the person: they do not read these in their own file, and are not told that they are there. */
export const alertsNotTold: ReadonlySet<string> = new Set<AlertCode>(['FAMILY_VIOLENCE_USING']);

/** National reasons for seeking assistance (AIHW specialist homelessness services; METeOR 398625, 398450). */
export const needTerms = [
  { code: '1', label: 'Financial difficulties' },
  { code: '2', label: 'Housing affordability stress' },
  { code: '3', label: 'Housing crises' },
  { code: '4', label: 'Inadequate or inappropriate dwelling conditions' },
  { code: '5', label: 'Previous accommodation ended' },
  { code: '6', label: 'Time out from family/other situation' },
  { code: '7', label: 'Relationship/family breakdown' },
  { code: '8', label: 'Sexual abuse' },
  { code: '9', label: 'Domestic and family violence' },
  { code: '10', label: 'Non-family violence' },
  { code: '11', label: 'Mental health issues' },
  { code: '12', label: 'Medical issues' },
  { code: '13', label: 'Problematic drug or substance use' },
  { code: '14', label: 'Problematic alcohol use' },
  { code: '15', label: 'Employment difficulties' },
  { code: '16', label: 'Unemployment' },
  { code: '17', label: 'Problematic gambling' },
  { code: '18', label: 'Transition from custodial arrangements' },
  { code: '19', label: 'Transition from foster care and child safety residential placements' },
  { code: '20', label: 'Transition from other care arrangements' },
  { code: '21', label: 'Discrimination including racial discrimination' },
  { code: '22', label: 'Itinerant' },
  { code: '23', label: 'Unable to return home due to environmental reasons' },
  { code: '24', label: 'Disengagement with school or other education and training' },
  { code: '25', label: 'Lack of family and/or community support' },
  { code: '26', label: 'Other' },
  { code: '99', label: 'Not stated/inadequately described' },
] as const satisfies readonly Term[];

export type NeedCode = (typeof needTerms)[number]['code'];

/** Why somebody asks. The HL7 v3-ActReason code is in brackets where there is one. */
export const purposeTerms = [
  { code: 'SERVICE_COORDINATION', label: 'Service coordination (COC)' },
  { code: 'FV_ASSESSMENT', label: 'Family violence risk assessment' },
  { code: 'FV_PROTECTION', label: 'Protection from family violence' },
  { code: 'CHILD_SAFETY', label: 'Child wellbeing and safety' },
  { code: 'EMERGENCY', label: 'Emergency (BTG)' },
  { code: 'QUALITY_IMPROVEMENT', label: 'Quality improvement (HQUALIMP)' },
  { code: 'EVALUATION', label: 'Evaluation of the partnership (HPRGRP)' },
  { code: 'CLIENT_ACCESS', label: 'Client access to their own record (PATRQT)' },
  { code: 'ADMINISTRATION', label: 'Partnership administration' },
] as const satisfies readonly Term[];

export type PurposeCode = (typeof purposeTerms)[number]['code'];

const casework = ['SERVICE_COORDINATION', 'FV_ASSESSMENT', 'FV_PROTECTION', 'CHILD_SAFETY', 'EMERGENCY'] as const;
const oversight = ['QUALITY_IMPROVEMENT', 'EVALUATION', 'ADMINISTRATION'] as const;

/**
 * The purposes each role may claim. A role that is not listed may claim nothing, and nobody may claim a purpose that is not.
 */
export const purposesOfRole = {
  PRACTITIONER: casework,
  TEAM_LEADER: [...casework, 'QUALITY_IMPROVEMENT'],
  PRACTICE_LEAD: [...casework, 'QUALITY_IMPROVEMENT'],
  MANAGER: oversight,
  EXECUTIVE: oversight,
  COORDINATOR: oversight,
  CLIENT: ['CLIENT_ACCESS'],
} as const satisfies Readonly<Record<string, readonly PurposeCode[]>>;

export type Role = keyof typeof purposesOfRole;

/** Purposes for which an agency's de-identified figures are disclosed. */
export const figurePurposes: ReadonlySet<string> = new Set<PurposeCode>(oversight);

const categoryByNeed: Readonly<Record<NeedCode, CategoryCode>> = {
  '1': 'FINANCE',
  '2': 'HOUSING',
  '3': 'HOUSING',
  '4': 'HOUSING',
  '5': 'HOUSING',
  '6': 'SERVICE_USE',
  '7': 'SERVICE_USE',
  '8': 'FV_RISK',
  '9': 'FV_RISK',
  '10': 'SERVICE_USE',
  '11': 'MENTAL_HEALTH',
  '12': 'HEALTH',
  '13': 'AOD',
  '14': 'AOD',
  '15': 'FINANCE',
  '16': 'FINANCE',
  '17': 'FINANCE',
  '18': 'LEGAL',
  '19': 'LEGAL',
  '20': 'SERVICE_USE',
  '21': 'CULTURAL_IDENTITY',
  '22': 'HOUSING',
  '23': 'HOUSING',
  '24': 'SERVICE_USE',
  '25': 'SERVICE_USE',
  '26': 'SERVICE_USE',
  '99': 'SERVICE_USE',
};

/**
 * Returns the category that a national reason reveals by itself. The mapping is ours: the national list has none. An unknown
 * code gives an empty list, which is never released.
 */
export function aboutNeed(code: string): readonly CategoryCode[] {
  const category = Object.hasOwn(categoryByNeed, code) ? categoryByNeed[code as NeedCode] : undefined;
  return category ? [category] : [];
}

/**
 * Returns the category an alert category is released under. An unknown code gives an empty list, which is never released.
 * `agreed`: categories the partnership agreed on later; they never change what one of the contract's own is released under.
 */
export function aboutAlert(code: string): readonly CategoryCode[];
export function aboutAlert(code: string, agreed: readonly AlertTerm[]): readonly string[];
export function aboutAlert(code: string, agreed: readonly AlertTerm[] = []): readonly string[] {
  const term = [...alertTerms, ...agreed].find((alert) => alert.code === code);
  return term ? [term.category] : [];
}
