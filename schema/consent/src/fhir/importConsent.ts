import { BadInput } from '../BadInput.ts';
import type { Consent, Effect, Evidence, Giver, Rule } from '../Facts.ts';
import { dayOf, oneOf, textOf, whenOf } from '../Input.ts';
import type { Span } from '../instants.ts';
import { ACCORD_ID, ACCORD_POLICY, EXTENSION, WITNESS } from './accordUrls.ts';
import { conceptOf, fieldsIn, type Input, itemsIn, objectOf, onlyItemIn } from './elements.ts';
import { extensionsIn, once } from './extensions.ts';
import type { FhirVersion } from './FhirVersion.ts';
import { formOf, type Outermost } from './formOf.ts';
import { spanOf } from './periods.ts';
import { isUnlimited } from './provisionOf.ts';
import { targetOf } from './references.ts';
import { passOverMeta } from './resourcesIn.ts';
import { exceptionsIn, provisionIn, type Reading } from './ruleIn.ts';
import { accordStatus, fhirStatusOf } from './statusWords.ts';

export type ImportOptions = Reading &
  Readonly<{
    /** Where the resource is, for the messages: `Consent`, `Bundle.entry[2].resource`. */
    path: string;
    /** Policies of others (R4 `policy.uri`) that the partnership has read and found to add nothing to the provisions. */
    policies: readonly string[];
  }>;

/** `leftOut` lists the elements that were passed over, by path: they say nothing about what may be released. */
export type Imported = Readonly<{ consent: Consent; leftOut: readonly string[] }>;

/**
 * Returns a FHIR Consent resource as a consent of ours.
 *
 * Throws `BadInput` with the path of the first element that has no place here: nothing that could limit what is released is
 * dropped. FHIR.md lists what may be passed over; it is returned in `leftOut`.
 */
export function importConsent(resource: unknown, options: ImportOptions): Imported {
  const leftOut: string[] = [];
  const input: Input = { value: resource, path: options.path, leftOut: (path) => leftOut.push(path) };
  if (objectOf(input).resourceType !== 'Consent')
    throw new BadInput(`${input.path}.resourceType`, 'should be Consent.');
  const consent = options.version === 'R4' ? consentInR4(input, options) : consentInR5(input, options);
  return { consent, leftOut };
}

const SHARED = [
  'resourceType',
  'id',
  'meta',
  'identifier',
  'extension',
  'status',
  'category',
  'sourceAttachment',
] as const;
const IDLE = ['text', 'language', 'sourceReference'];

function consentInR4(input: Input, options: ImportOptions): Consent {
  const fields = fieldsIn(
    input,
    [...SHARED, 'scope', 'patient', 'dateTime', 'performer', 'policy', 'policyRule', 'provision'],
    [...IDLE, 'organization'],
  );
  const stated = statedIn(fields.extension, options.version);
  assertConcept(fields.scope, PRIVACY_SCOPES);
  assertPolicies(fields.policy, options.policies);
  if (fields.provision.value === undefined) {
    throw new BadInput(fields.provision.path, 'is missing, so nothing says what is permitted or denied.');
  }
  const { type, marks, limits, period, nested } = provisionIn(fields.provision, options);
  const typePath = `${fields.provision.path}.type`;
  if (type === undefined) throw new BadInput(typePath, 'is missing, and Accord does not assume a default.');
  if (marks.root !== undefined) throw new BadInput(marks.root.path, 'is only for R5.');
  assertPolicyRule(fields.policyRule, type);
  const rule: Rule = {
    ...limits,
    ...(marks.requestPeriod && { period: spanOf(marks.requestPeriod, options.profile.timeZone) }),
    ...(nested.length > 0 && { except: exceptionsIn(nested, type, options) }),
  };
  const recorded = fields.dateTime;
  return consentOf(fields, stated, {
    subject: fields.patient,
    givers: fields.performer,
    attachment: fields.sourceAttachment,
    effective: period.value === undefined ? {} : spanOf(period, options.profile.timeZone),
    recordedAt: whenOf(recorded),
    outermost: { effect: type, effectAt: typePath, rule, statedBase: stated.base },
  });
}

function consentInR5(input: Input, options: ImportOptions): Consent {
  const fields = fieldsIn(
    input,
    [...SHARED, 'subject', 'date', 'period', 'grantor', 'decision', 'provision'],
    [...IDLE, 'manager'],
  );
  const stated = statedIn(fields.extension, options.version);
  if (fields.decision.value === undefined)
    throw new BadInput(fields.decision.path, 'is missing, and Accord does not assume a default.');
  const { effect, rule } = rootIn(fields.provision, effectOf(fields.decision), options);
  const day = dayOf(fields.date);
  if (stated.recordedAt !== undefined && !stated.recordedAt.startsWith(day)) {
    throw new BadInput(fields.date.path, 'is not the day on which the consent was recorded.');
  }
  return consentOf(fields, stated, {
    subject: fields.subject,
    givers: fields.grantor,
    attachment: onlyItemIn(fields.sourceAttachment, 'is a second source. Accord accepts one.') ?? {
      ...fields.sourceAttachment,
      value: undefined,
    },
    effective: fields.period.value === undefined ? {} : spanOf(fields.period, options.profile.timeZone),
    recordedAt: stated.recordedAt ?? day,
    outermost: { effect, effectAt: fields.decision.path, rule, statedBase: stated.base },
  });
}

type Root = Readonly<{ effect: Effect; rule: Rule }>;

/** R5's provisions are exceptions to the decision, unless one is marked as the outermost rule itself. */
function rootIn(input: Input, decision: Effect, options: ImportOptions): Root {
  const items = itemsIn(input);
  const [first, second] = items;
  if (first === undefined) return { effect: decision, rule: {} };
  const { type, marks, limits, period, nested } = provisionIn(first, options);
  const mark = marks.root ?? marks.outermost;
  if (mark === undefined) return { effect: decision, rule: { except: exceptionsIn(items, decision, options) } };
  if (second !== undefined)
    throw new BadInput(second.path, 'is given beside the outermost rule, which must be the only one.');
  if (marks.root !== undefined && marks.outermost !== undefined)
    throw new BadInput(mark.path, 'has two marks. Only one is allowed.');
  if (type !== undefined) throw new BadInput(first.path, 'states a type, but the decision already gives it.');
  if (marks.requestPeriod !== undefined) throw new BadInput(marks.requestPeriod.path, 'is only for R4.');
  if (marks.outermost !== undefined && decision !== 'deny')
    throw new BadInput(mark.path, 'marks a provision that is not a permit.');
  const rule = { ...limits, ...(period.value !== undefined && { period: spanOf(period, options.profile.timeZone) }) };
  if (isUnlimited(rule)) throw new BadInput(mark.path, 'marks a provision that has no limits.');
  const effect = marks.root === undefined ? 'permit' : decision;
  return { effect, rule: { ...rule, ...(nested.length > 0 && { except: exceptionsIn(nested, effect, options) }) } };
}

type Parts = Readonly<{
  subject: Input;
  givers: Input;
  attachment: Input;
  effective: Span;
  recordedAt: string;
  outermost: Outermost;
}>;

function consentOf(fields: Readonly<Record<(typeof SHARED)[number], Input>>, stated: Stated, parts: Parts): Consent {
  for (const category of itemsIn(fields.category)) assertConcept(category, CATEGORIES);
  if (fields.meta.value !== undefined) passOverMeta(fields.meta);
  const patient = targetOf(parts.subject, ['Patient']);
  refuseExtension(patient.extension);
  const form = formOf(statusIn(fields.status, stated), parts.outermost);
  const evidence = evidenceIn(parts.attachment, stated);
  return {
    id: idIn(fields.id, fields.identifier),
    subject: patient.id,
    status: form.status,
    givenBy: giverIn(parts.givers, patient.id),
    base: form.base,
    rule: form.rule,
    effective: parts.effective,
    recordedAt: parts.recordedAt,
    ...(stated.withdrawnAt && { withdrawnAt: stated.withdrawnAt }),
    ...(stated.supersedes.length > 0 && { supersedes: stated.supersedes }),
    ...(evidence && { evidence }),
  };
}

const effectOf = oneOf<Effect>(['permit', 'deny']);
const statusWord = oneOf<Consent['status']>(['draft', 'active', 'refused', 'superseded', 'entered-in-error']);
const kindWord = oneOf<Evidence['kind']>(['signed', 'verbal', 'in-person']);

/** What our own extensions say. */
type Stated = Readonly<{
  status: Consent['status'] | undefined;
  statusAt: string;
  base: Effect | undefined;
  recordedAt: string | undefined;
  withdrawnAt: string | undefined;
  supersedes: readonly string[];
  kind: Input | undefined;
  witness: Input | undefined;
}>;

function statedIn(input: Input, version: FhirVersion): Stated {
  const found = extensionsIn(input, {
    status: { url: EXTENSION.status, value: 'valueCode' },
    base: { url: EXTENSION.base, value: 'valueCode' },
    recordedAt: { url: EXTENSION.recordedAt, value: 'valueDateTime' },
    withdrawnAt: { url: EXTENSION.withdrawnAt, value: 'valueDateTime' },
    supersedes: { url: EXTENSION.supersedes, value: 'valueReference' },
    kind: { url: EXTENSION.evidenceKind, value: 'valueCode' },
    witness: { url: WITNESS, value: 'valueReference' },
  });
  const [status, base, recordedAt, withdrawnAt] = [found.status, found.base, found.recordedAt, found.withdrawnAt].map(
    once,
  );
  if (recordedAt !== undefined && version === 'R4')
    throw new BadInput(recordedAt.path, 'is only for R5. R4 has dateTime.');
  const alone = [base, withdrawnAt].find((each) => each !== undefined);
  if (status === undefined && alone !== undefined) {
    throw new BadInput(alone.path, 'is given without the status that Accord gave the consent.');
  }
  return {
    status: status && statusWord(status),
    statusAt: status?.path ?? input.path,
    base: base && effectOf(base),
    recordedAt: recordedAt && whenOf(recordedAt),
    withdrawnAt: withdrawnAt && whenOf(withdrawnAt),
    supersedes: found.supersedes.map(supersededIn),
    kind: once(found.kind),
    witness: once(found.witness),
  };
}

function supersededIn(input: Input): string {
  const { id, extension } = targetOf(input, ['Consent']);
  refuseExtension(extension);
  return id;
}

function statusIn(input: Input, { status, statusAt, withdrawnAt }: Stated): Consent['status'] {
  const word = textOf(input);
  if (status !== undefined) {
    if (fhirStatusOf(status, withdrawnAt) !== word)
      throw new BadInput(statusAt, 'contradicts the status of the resource.');
    return status;
  }
  const known = accordStatus.get(word);
  if (known === undefined) throw new BadInput(input.path, 'is a status that Accord does not have.');
  return known;
}

function idIn(id: Input, identifier: Input): string {
  const own = itemsIn(identifier).filter(isOwnId);
  const [first, second] = own;
  if (second !== undefined) throw new BadInput(second.path, 'is a second id from this hub. Only one is allowed.');
  for (const other of itemsIn(identifier)) if (!isOwnId(other)) other.leftOut(other.path);
  if (first === undefined) return textOf(id);
  // Where our own identifier is present, `id` is only what another server stored the resource under.
  if (id.value !== undefined) id.leftOut(id.path);
  return textOf(fieldsIn(first, ['system', 'value']).value);
}

const isOwnId = (input: Input): boolean => objectOf(input).system === ACCORD_ID;

/** Returns who gave it. A RelatedPerson without our capacity could be anyone, and a missing giver does not mean the subject. */
function giverIn(input: Input, subject: string): Giver {
  const only = onlyItemIn(input, 'is a second giver. Accord accepts one.');
  if (only === undefined) throw new BadInput(input.path, 'is missing, so nothing says who gave the consent.');
  const { kind, id, extension } = targetOf(only, ['Patient', 'RelatedPerson']);
  const found = extensionsIn(extension, {
    capacity: { url: EXTENSION.capacity, value: 'valueCode' },
    authority: { url: EXTENSION.authority, value: 'valueString' },
  });
  const [capacity, authority] = [once(found.capacity), once(found.authority)];
  const authorityRef = authority && { authorityRef: textOf(authority) };
  if (kind === 'Patient') {
    if (id !== subject) throw new BadInput(only.path, 'is not the patient whom the consent is about.');
    if (capacity !== undefined) throw new BadInput(capacity.path, 'is only for someone who speaks for the patient.');
    return { person: id, capacity: 'self', ...authorityRef };
  }
  if (capacity === undefined)
    throw new BadInput(only.path, 'does not say in what capacity they act: parent, guardian or attorney.');
  return {
    person: id,
    capacity: oneOf<'parent' | 'guardian' | 'attorney'>(['parent', 'guardian', 'attorney'])(capacity),
    ...authorityRef,
  };
}

/** Reads only evidence that Accord wrote itself. Anyone else's attachment is a document, which stays where it is. */
function evidenceIn(attachment: Input, { kind, witness }: Stated): Evidence | undefined {
  if (kind === undefined) {
    if (witness !== undefined) throw new BadInput(witness.path, 'is given without the kind of evidence.');
    if (attachment.value !== undefined) attachment.leftOut(attachment.path);
    return undefined;
  }
  const { language, title } = fieldsIn(attachment, ['language', 'title']);
  return {
    kind: kindWord(kind),
    ...(witness && { witness: textOf(fieldsIn(witness, ['display']).display) }),
    noticeVersion: textOf(title),
    language: textOf(language),
  };
}

const PRIVACY_SCOPES = [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }];
const CATEGORIES = [
  { system: 'http://loinc.org', code: '59284-0' },
  { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IDSCL' },
];

function assertConcept(input: Input, accepted: readonly Readonly<{ system: string; code: string }>[]): void {
  const { system, code, path } = conceptOf(input);
  if (!accepted.some((each) => each.system === system && each.code === code)) {
    throw new BadInput(path, 'is not a consent to share information.');
  }
}

function assertPolicies(input: Input, accepted: readonly string[]): void {
  for (const item of itemsIn(input)) {
    const { uri } = fieldsIn(item, ['uri'], ['authority']);
    if (uri.value !== ACCORD_POLICY && !accepted.some((each) => each === uri.value)) {
      throw new BadInput(
        uri.path,
        'is a policy that the partnership has not accepted. It could limit what the provisions say.',
      );
    }
  }
}

/** Accepts an opt-in or opt-out only if it says what the provision says anyway. */
function assertPolicyRule(input: Input, type: Effect): void {
  if (input.value === undefined) return;
  const { system, code, path } = conceptOf(input);
  const says = code === 'OPTIN' ? 'permit' : code === 'OPTOUT' ? 'deny' : undefined;
  if (system !== 'http://terminology.hl7.org/CodeSystem/v3-ActCode' || says !== type) {
    throw new BadInput(path, 'is a policy that does not match the type of the provision.');
  }
}

function refuseExtension(extension: Input): void {
  if (extension.value !== undefined) throw new BadInput(extension.path, 'has no place in an Accord consent.');
}
