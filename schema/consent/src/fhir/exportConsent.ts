import { BadInput } from '../BadInput.ts';
import type { Consent, Effect, Giver } from '../Facts.ts';
import { isDay } from '../instants.ts';
import { ACCORD_ID, ACCORD_POLICY, EXTENSION, MODIFIER, WITNESS } from './accordUrls.ts';
import type { CodeMap } from './CodeMap.ts';
import type { FhirVersion } from './FhirVersion.ts';
import { type Json, withoutGaps } from './Json.ts';
import { dateTimeOf, periodOf } from './periods.ts';
import { exceptionsOf, isUnlimited, limitsOf, provisionOf, type Writing } from './provisionOf.ts';
import { canBeFhirId, referenceTo } from './references.ts';
import { fhirStatusOf } from './statusWords.ts';

const PRIVACY = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }] };
const PATIENT_CONSENT = { coding: [{ system: 'http://loinc.org', code: '59284-0', display: 'Patient Consent' }] };

/**
 * Returns the consent as a FHIR Consent resource. Read back by `importConsent`, it decides every ask as before.
 *
 * Throws `BadInput` for a consent that the rules would not accept: without the date it was recorded, or with an empty list.
 */
export function exportConsent(consent: Consent, version: FhirVersion, codes: CodeMap): Json {
  const spoken = inFewestWords(consent);
  const common = {
    resourceType: 'Consent',
    ...(canBeFhirId(consent.id) ? { id: consent.id } : { identifier: [{ system: ACCORD_ID, value: consent.id }] }),
    status: fhirStatusOf(consent.status, consent.withdrawnAt),
    category: [PATIENT_CONSENT],
  };
  const own = version === 'R4' ? asR4(spoken, { version, codes }) : asR5(spoken, { version, codes });
  return withoutGaps({ ...common, ...own });
}

/** `effect` is what the outermost rule says where no exception applies. */
type Spoken = Readonly<{ consent: Consent; base: Effect; effect: Effect; recordedAt: string }>;

function inFewestWords(consent: Consent): Spoken {
  if (consent.recordedAt === undefined) throw new BadInput('consent.recordedAt', 'is missing.');
  // A refusal denies, whatever the form that was refused.
  const refused = consent.status === 'refused';
  const base = refused ? 'deny' : consent.base;
  return { consent, base, effect: refused ? 'deny' : (consent.rule.effect ?? base), recordedAt: consent.recordedAt };
}

function asR4({ consent, base, effect, recordedAt }: Spoken, writing: Writing): Json {
  const { rule } = consent;
  const period = rule.period && periodOf(rule.period);
  const modifiers = period === undefined ? [] : [{ url: MODIFIER.requestPeriod, valuePeriod: period }];
  return {
    extension: extensionsOf(consent, base, []),
    scope: PRIVACY,
    patient: referenceTo({ kind: 'Patient', id: consent.subject }),
    dateTime: dateTimeOf(recordedAt),
    performer: [giverReference(consent)],
    sourceAttachment: attachmentOf(consent),
    policy: [{ uri: ACCORD_POLICY }],
    provision: withoutGaps({
      ...limitsOf(rule, modifiers, writing),
      type: effect,
      period: periodOf(consent.effective),
      provision: exceptionsOf(rule, effect, writing),
    }),
  };
}

function asR5(spoken: Spoken, writing: Writing): Json {
  const { consent, recordedAt } = spoken;
  const { base, decision, provision } = decisionOf(spoken, writing);
  const attachment = attachmentOf(consent);
  const exact = isDay(recordedAt) ? [] : [{ url: EXTENSION.recordedAt, valueDateTime: dateTimeOf(recordedAt) }];
  return {
    extension: extensionsOf(consent, base, exact),
    subject: referenceTo({ kind: 'Patient', id: consent.subject }),
    // R5's `date` holds only the day. The exact moment goes in an extension, because it orders consents that replace each
    // other.
    date: recordedAt.slice(0, 10),
    period: periodOf(consent.effective),
    grantor: [giverReference(consent)],
    sourceAttachment: attachment && [attachment],
    decision,
    provision,
  };
}

/**
 * Returns R5's decision and provisions. In R5 the decision covers everything and each provision flips it, so an outermost rule
 * with limits has no place of its own.
 *
 * One that permits becomes an exception to a denial, which every reader understands the same way. One that denies is marked as
 * the outermost: without the mark a reader could take "not my housing" for "nothing", or for "all but my housing".
 */
function decisionOf(
  { consent, base, effect }: Spoken,
  writing: Writing,
): Readonly<{ base: Effect; decision: Effect; provision: unknown }> {
  const { rule } = consent;
  if (isUnlimited(rule)) return { base, decision: effect, provision: exceptionsOf(rule, effect, writing) };
  if (effect === 'permit') {
    const only = provisionOf({ ...rule, effect }, 'deny', writing);
    const extension = [{ url: EXTENSION.outermost, valueBoolean: true }];
    return { base, decision: 'deny', provision: [{ extension, ...only }] };
  }
  const root = withoutGaps({
    ...limitsOf(rule, [{ url: MODIFIER.root, valueBoolean: true }], writing),
    period: rule.period && periodOf(rule.period),
    provision: exceptionsOf(rule, effect, writing),
  });
  return { base, decision: effect, provision: [root] };
}

function extensionsOf(consent: Consent, base: Effect, exact: readonly Json[]): readonly Json[] {
  const { status, withdrawnAt, supersedes = [], evidence } = consent;
  return [
    { url: EXTENSION.status, valueCode: status },
    { url: EXTENSION.base, valueCode: base },
    ...exact,
    ...(withdrawnAt === undefined ? [] : [{ url: EXTENSION.withdrawnAt, valueDateTime: dateTimeOf(withdrawnAt) }]),
    ...supersedes.map((id) => ({ url: EXTENSION.supersedes, valueReference: referenceTo({ kind: 'Consent', id }) })),
    ...(evidence === undefined ? [] : [{ url: EXTENSION.evidenceKind, valueCode: evidence.kind }]),
    ...(evidence?.witness === undefined ? [] : [{ url: WITNESS, valueReference: { display: evidence.witness } }]),
  ];
}

/** A consent without a giver is the subject's own word. */
function giverReference({ subject, givenBy }: Consent): Json {
  const giver: Giver = givenBy ?? { person: subject, capacity: 'self' };
  if (giver.capacity === 'self' && giver.person !== subject) {
    throw new BadInput('consent.givenBy', 'says "self" but names someone other than the subject.');
  }
  const own = giver.capacity === 'self';
  const extension = [
    ...(own ? [] : [{ url: EXTENSION.capacity, valueCode: giver.capacity }]),
    ...(giver.authorityRef === undefined ? [] : [{ url: EXTENSION.authority, valueString: giver.authorityRef }]),
  ];
  const reference = referenceTo({ kind: own ? 'Patient' : 'RelatedPerson', id: giver.person });
  return extension.length === 0 ? reference : { extension, ...reference };
}

/** The notice the person was read or shown: its version and language. */
function attachmentOf({ evidence }: Consent): Json | undefined {
  return evidence && { language: evidence.language, title: evidence.noticeVersion };
}
