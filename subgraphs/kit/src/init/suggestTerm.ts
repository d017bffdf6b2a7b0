import { type AlertCode, alertTerms, type NeedCode, needTerms } from '@accord/contract/vocabulary';

/** Words that an agency's own list may use for an agreed alert. The first match is taken. */
const alertHints: readonly (readonly [AlertCode, RegExp])[] = [
  ['DATA_CORRECTION_PENDING', /correct(ion|ed)|under dispute/],
  ['WORKER_SAFETY_PREMISES', /(worker|staff|visit).*(premises|house|home|dog)|dog|premises/],
  [
    'WORKER_SAFETY_PERSON',
    /(worker|staff).*(safety|person|risk)|aggress|two workers|do not visit alone|violen.*(staff|worker)/,
  ],
  ['FAMILY_VIOLENCE_USING', /(perpetrat|using|uses|respondent|offender).*|\bpuv\b/],
  ['FAMILY_VIOLENCE_EXPERIENCING', /(family|domestic).*(violence|abuse)|\b(dfv|dv|fv|fdv)\b|victim/],
  ['SUICIDE_SELF_HARM', /suicid|self.?harm/],
  ['CHILD_WELLBEING', /child|minor|unborn|kid/],
  ['COURT_ORDER', /court|intervention order|\bivo\b|\bavo\b|order/],
  ['LEGAL_GUARDIAN', /guardian|administrat/],
  ['INTERPRETER', /interpret|translat/],
  ['CULTURAL_SAFETY', /cultur/],
  ['COMMUNICATION_SAFETY', /contact|do not (call|phone|ring|write)|communicat|safe to call/],
  ['MEDICAL', /medic|allerg|health|epilep|diabet|asthma|seizure/],
];

/**
 * The agreed alert that a description in the agency's own list seems to mean; null where there is none. A suggestion for a
 * person, never a mapping.
 */
export const suggestAlert = (label: string): AlertCode | null =>
  alertTerms.find((term) => term.label.toLowerCase() === label.trim())?.code ??
  alertHints.find(([, words]) => words.test(label))?.[0] ??
  null;

const needHints: readonly (readonly [NeedCode, RegExp])[] = [
  ['9', /(domestic|family).*violence|\bdfv\b/],
  ['8', /sexual (abuse|assault)/],
  ['10', /violence/],
  ['7', /relationship|family breakdown/],
  ['2', /rent|affordab|mortgage stress/],
  ['4', /inadequate|inappropriate|overcrowd|bad housing|dwelling/],
  ['5', /evict|lost housing|accommodation ended|tenancy ended/],
  ['3', /housing crisis|housing crises|homeless/],
  ['11', /mental/],
  ['14', /alcohol|drink/],
  ['13', /drug|substance|\baod\b|heroin|amphetamine|cannabis|cocaine|opi(ate|oid)|benzodiazepine/],
  ['12', /medical|physical health|health/],
  ['17', /gambl/],
  ['16', /unemploy|no work|jobless/],
  ['15', /employ|work/],
  ['1', /financ|money|debt|arrears|bankrupt|credit|\bbills?\b/],
  ['18', /custod|prison|gaol|jail/],
  ['19', /foster/],
  ['21', /discriminat|racis/],
  ['22', /itinerant/],
  ['24', /school|training|education/],
  ['25', /lack of (family|support)|no family|support/],
  ['99', /not stated|unknown/],
  ['26', /^other/],
];

/** The national reason that a description seems to mean; null where there is none. A suggestion for a person, never a mapping. */
export const suggestNeed = (label: string): NeedCode | null =>
  needTerms.find((term) => term.label.toLowerCase() === label.trim())?.code ??
  needHints.find(([, words]) => words.test(label))?.[0] ??
  null;

/** The share of descriptions that have a suggestion. */
export const shareSuggested = (labels: readonly string[], suggest: (label: string) => string | null): number =>
  labels.length === 0 ? 0 : labels.filter((label) => suggest(label) !== null).length / labels.length;
