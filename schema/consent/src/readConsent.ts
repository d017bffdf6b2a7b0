import type { Consent, Effect, Evidence, Giver, Rule } from './Facts.ts';
import { fieldsOf, type Input, listOf, needed, oneOf, optional, spanOf, textOf, whenOf } from './Input.ts';
import type { Span } from './instants.ts';
import { readRule } from './readRule.ts';

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

/**
 * Reads a consent as it is written. In a case, no rule means everything, no period means always, and no base means the opt-in
 * form, which releases less. Whether the consent may be put on file is for `faultsIn` to say.
 */
export function readConsent(input: Input): Consent {
  const fields = fieldsOf(input, FIELDS);
  return {
    id: textOf(fields.id),
    subject: textOf(fields.subject),
    status: oneOf(['draft', 'active', 'refused', 'superseded', 'entered-in-error'])(fields.status),
    givenBy: optional(fields.givenBy, readGiver),
    base: needed(fields.base, oneOf<Effect>(['permit', 'deny']), 'deny'),
    rule: needed<Rule>(fields.rule, (rule) => readRule(rule), {}),
    effective: needed<Span>(fields.effective, spanOf, {}),
    recordedAt: optional(fields.recordedAt, whenOf),
    withdrawnAt: optional(fields.withdrawnAt, whenOf),
    supersedes: optional(fields.supersedes, (list) => listOf(list, textOf)),
    evidence: optional(fields.evidence, readEvidence),
  };
}

function readGiver(input: Input): Giver {
  const { person, capacity, authorityRef } = fieldsOf(input, ['person', 'capacity', 'authorityRef']);
  return {
    person: textOf(person),
    capacity: oneOf(['self', 'parent', 'guardian', 'attorney'])(capacity),
    authorityRef: optional(authorityRef, textOf),
  };
}

/** No decision reads the evidence, so incomplete evidence counts as none. */
function readEvidence(input: Input): Evidence | undefined {
  const fields = fieldsOf(input, ['kind', 'witness', 'noticeVersion', 'language']);
  const kind = optional(fields.kind, oneOf<Evidence['kind']>(['signed', 'verbal', 'in-person']));
  const witness = optional(fields.witness, textOf);
  const noticeVersion = optional(fields.noticeVersion, textOf);
  const language = optional(fields.language, textOf);
  if (kind === undefined || noticeVersion === undefined || language === undefined) return undefined;
  return { kind, witness, noticeVersion, language };
}
