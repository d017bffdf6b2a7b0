import { BadInput } from './BadInput.ts';
import type { Block, Consent, Facts, LegalBasis, Rule } from './Facts.ts';
import type { Profile } from './Profile.ts';

/**
 * Why a fact that can be read may not be put on file. `UNKNOWN_CODE`: it names a code the profile does not have, so that part
 * of it can never take effect. `INCOMPLETE`: evidence, giver or limits are missing or contradict each other.
 */
export type FileFault = Readonly<{ kind: 'UNKNOWN_CODE' | 'INCOMPLETE'; path: string; sentence: string }>;

/** Throws the first fault as `BadInput`; does nothing if there are none. */
export function refuseFirst([first]: readonly FileFault[]): void {
  if (first !== undefined) throw new BadInput(first.path, first.sentence);
}

/** Returns every fault of these facts, in the facts' order. `path` is where the facts are. */
export function factFaults({ consents, bases, blocks }: Facts, path: string, profile: Profile): readonly FileFault[] {
  return [
    ...(consents ?? []).flatMap((consent, n) => consentFaults(consent, `${path}.consents[${n}]`, profile)),
    ...(bases ?? []).flatMap((basis, n) => basisFaults(basis, `${path}.bases[${n}]`, profile)),
    ...(blocks ?? []).flatMap((block, n) => blockFaults(block, `${path}.blocks[${n}]`, profile)),
  ];
}

/** Returns every fault of one consent. */
export function consentFaults(consent: Consent, path: string, profile: Profile): readonly FileFault[] {
  const { givenBy, subject, status, base, recordedAt, evidence } = consent;
  const contradictions: FileFault[] = [];
  if (status === 'refused' && base !== 'deny')
    contradictions.push(incomplete(`${path}.base`, 'should be deny: a refusal permits nothing.'));
  if (givenBy?.capacity === 'self' && givenBy.person !== subject)
    contradictions.push(incomplete(`${path}.givenBy`, 'says "self" but names someone other than the subject.'));
  return [
    ...missing(givenBy, `${path}.givenBy`, 'should say who gave it, and as what.'),
    ...missing(recordedAt, `${path}.recordedAt`, 'should say when it was put on file.'),
    ...missing(evidence, `${path}.evidence`, 'should have kind, noticeVersion and language.'),
    ...contradictions,
    ...ruleFaults(consent.rule, `${path}.rule`, profile),
  ];
}

/** Returns every fault of a rule and its exceptions. */
export function ruleFaults(rule: Rule, path: string, profile: Profile): readonly FileFault[] {
  return [
    ...emptyLists(rule, ['agencies', 'users', 'purposes', 'categories', 'sources'], path),
    ...unknownCodes(rule.purposes, `${path}.purposes`, profile.purposes, profile),
    ...unknownCodes(rule.categories, `${path}.categories`, profile.categories, profile),
    ...(rule.except ?? []).flatMap((exception, n) => ruleFaults(exception, `${path}.except[${n}]`, profile)),
  ];
}

function basisFaults(basis: LegalBasis, path: string, profile: Profile): readonly FileFault[] {
  return [
    ...unknownCode(basis.kind, `${path}.kind`, profile.bases, profile),
    ...missing(basis.about?.[0], `${path}.about`, 'should name at least one: such a finding is about someone.'),
    ...emptyLists(basis, ['categories'], path),
    ...unknownCodes(basis.categories, `${path}.categories`, profile.categories, profile),
    ...missing(basis.assertedBy, `${path}.assertedBy`, 'should say who asserts it.'),
    ...missing(basis.reason, `${path}.reason`, 'should say why.'),
  ];
}

function blockFaults(block: Block, path: string, profile: Profile): readonly FileFault[] {
  const limit = block.person ?? block.categories ?? block.records;
  return [
    ...missing(limit, path, 'would block everything; name a person, categories or records.'),
    ...emptyLists(block, ['categories', 'records', 'against'], path),
    ...unknownCodes(block.categories, `${path}.categories`, profile.categories, profile),
  ];
}

const incomplete = (path: string, sentence: string): FileFault => ({ kind: 'INCOMPLETE', path, sentence });

function missing(value: unknown, path: string, sentence: string): readonly FileFault[] {
  return value === undefined ? [incomplete(path, sentence)] : [];
}

/** An empty list could mean "any" or "none", so it is refused. */
function emptyLists<Name extends string>(
  fact: Readonly<Partial<Record<Name, readonly unknown[] | undefined>>>,
  names: readonly Name[],
  path: string,
): readonly FileFault[] {
  return names
    .filter((name) => fact[name]?.length === 0)
    .map((name) => incomplete(`${path}.${name}`, 'should name at least one, or be left out.'));
}

type Codes = Readonly<{ has: (code: string) => boolean }>;

function unknownCodes(list: readonly string[] | undefined, path: string, codes: Codes, profile: Profile) {
  return (list ?? []).flatMap((code, n) => unknownCode(code, `${path}[${n}]`, codes, profile));
}

function unknownCode(code: string, path: string, codes: Codes, { id }: Profile): readonly FileFault[] {
  return codes.has(code) ? [] : [{ kind: 'UNKNOWN_CODE', path, sentence: `is no code of profile ${id}.` }];
}
