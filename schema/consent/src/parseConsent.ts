import { BadInput } from './BadInput.ts';
import type { Consent, Evidence, Giver } from './Facts.ts';
import { fieldsOf, type Input, listOf, oneOf, optional, spanOf, textOf, whenOf } from './Input.ts';
import type { Profile } from './Profile.ts';
import { ruleOf } from './parseRule.ts';

const FIELDS = [
  'id',
  'subject',
  'status',
  'givenBy',
  'base',
  'rule',
  'effective',
  'recordedAt',
  'withdrawnAt',
  'supersedes',
  'evidence',
] as const;

/** A consent from JSON. Throws `BadInput`, naming the place, for whatever is missing, unknown or contradicts itself. */
export function parseConsent(json: unknown, profile: Profile): Consent {
  return consentOf({ value: json, path: 'consent' }, profile);
}

/** `parseConsent` for a consent inside a larger input. */
export function consentOf(input: Input, profile: Profile): Consent {
  const fields = fieldsOf(input, FIELDS);
  const consent: Consent = {
    id: textOf(fields.id),
    subject: textOf(fields.subject),
    status: oneOf(['draft', 'active', 'refused', 'superseded', 'entered-in-error'])(fields.status),
    givenBy: giverOf(fields.givenBy),
    base: oneOf(['permit', 'deny'])(fields.base),
    rule: ruleOf(fields.rule, profile),
    effective: spanOf(fields.effective),
    recordedAt: whenOf(fields.recordedAt),
    withdrawnAt: optional(fields.withdrawnAt, whenOf),
    supersedes: optional(fields.supersedes, (list) => listOf(list, textOf)),
    evidence: evidenceOf(fields.evidence),
  };
  if (consent.status === 'refused' && consent.base !== 'deny') {
    throw new BadInput(fields.base.path, 'should be deny: a refusal permits nothing.');
  }
  if (consent.givenBy?.capacity === 'self' && consent.givenBy.person !== consent.subject) {
    throw new BadInput(fields.givenBy.path, 'says "self" but names someone other than the subject.');
  }
  return consent;
}

function giverOf(input: Input): Giver {
  const { person, capacity, authorityRef } = fieldsOf(input, ['person', 'capacity', 'authorityRef']);
  return {
    person: textOf(person),
    capacity: oneOf(['self', 'parent', 'guardian', 'attorney'])(capacity),
    authorityRef: optional(authorityRef, textOf),
  };
}

function evidenceOf(input: Input): Evidence {
  const { kind, witness, noticeVersion, language } = fieldsOf(input, ['kind', 'witness', 'noticeVersion', 'language']);
  return {
    kind: oneOf(['signed', 'verbal', 'in-person'])(kind),
    witness: optional(witness, textOf),
    noticeVersion: textOf(noticeVersion),
    language: textOf(language),
  };
}
