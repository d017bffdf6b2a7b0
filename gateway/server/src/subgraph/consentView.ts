import type { Consent, ConsentEvidence } from '@accord/contract/generated/api';
import type { ConsentRow } from '../store/consents.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const strings = (value: unknown): readonly string[] | null =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : null;
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A consent as callers see it, without the client's fields, which the graph resolves. */
export type ConsentView = Omit<Consent, 'client'> & Readonly<{ client: Readonly<{ id: string }> }>;

/**
 * What a consent on file says, in the flat words of the API: what it names, and what it leaves out.
 *
 * The opt-in form holds what it names in its exceptions (consent rules, `base: deny`), the broad form what it leaves out.
 */
export function consentView(consent: ConsentRow, now: Date): ConsentView {
  const { body } = consent;
  const rule = isObject(body.rule) ? body.rule : {};
  const below = Array.isArray(rule.except) ? rule.except.filter(isObject) : [];
  const optIn = body.base === 'deny' && consent.status !== 'refused';
  const named = optIn ? below : [rule];
  const effective = isObject(body.effective) ? body.effective : {};
  return {
    id: consent.id,
    client: { id: consent.clientId },
    status: statusOf(consent, now),
    names: named.map(part),
    except: named.flatMap((node) => (Array.isArray(node.except) ? node.except.filter(isObject).map(part) : [])),
    from: text(effective.from) ?? consent.recordedAt.toISOString(),
    to: text(effective.to),
    evidence: evidenceOf(body),
    words: consent.words,
    language: consent.language,
    recordedAt: consent.recordedAt.toISOString(),
    withdrawnAt: consent.withdrawnAt?.toISOString() ?? null,
  };
}

const part = (rule: Json) => ({
  agencies: strings(rule.agencies),
  purposes: strings(rule.purposes),
  categories: strings(rule.categories),
  sources: strings(rule.sources),
});

function statusOf({ status, withdrawnAt }: ConsentRow, now: Date): Consent['status'] {
  if (withdrawnAt && withdrawnAt <= now) return 'WITHDRAWN';
  if (status === 'active') return 'ACTIVE';
  return status === 'refused' ? 'REFUSED' : 'INACTIVE';
}

function evidenceOf({ evidence }: Json): ConsentEvidence {
  const kind = isObject(evidence) ? evidence.kind : undefined;
  if (kind === 'signed') return 'SIGNED';
  return kind === 'verbal' ? 'VERBAL' : 'IN_PERSON';
}
