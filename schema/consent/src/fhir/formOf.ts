import { BadInput } from '../BadInput.ts';
import type { Consent, Effect, Rule } from '../Facts.ts';
import { isUnlimited, opposite } from './provisionOf.ts';

/** The outermost rule of a resource: its effect, its limits, and the form our own extension states, if there is one. */
export type Outermost = Readonly<{ effect: Effect; effectAt: string; rule: Rule; statedBase: Effect | undefined }>;
type Form = Readonly<{ status: Consent['status']; base: Effect; rule: Rule }>;

/**
 * Returns which of our forms a tree has. FHIR has a single "deny" where we distinguish a refusal, an exception and an opt-in
 * form.
 *
 * Without our extension, a denial is read as strongly as it can be. One with no permit in it is a refusal; one with limits
 * denies outright within them; one without limits, around permits, is the opt-in form. `status` is what the resource says.
 */
export function formOf(status: Consent['status'], { effect, effectAt, rule, statedBase }: Outermost): Form {
  if (status === 'refused') {
    if (effect !== 'deny' || statedBase === 'permit') {
      throw new BadInput(effectAt, 'should be deny: a refusal is written as a denial of what was refused.');
    }
    return { status, base: 'deny', rule };
  }
  if (statedBase !== undefined) {
    return { status, base: statedBase, rule: statedBase === effect ? rule : { ...rule, effect } };
  }
  if (effect === 'permit') return { status, base: 'permit', rule };
  if (!permitsAny(rule, 'deny')) return { status: status === 'active' ? 'refused' : status, base: 'deny', rule };
  if (isUnlimited(rule)) return { status, base: 'deny', rule };
  return { status, base: 'deny', rule: { except: [{ ...rule, effect }] } };
}

function permitsAny(rule: Rule, effect: Effect): boolean {
  if (effect === 'permit') return true;
  return (rule.except ?? []).some((exception) => permitsAny(exception, exception.effect ?? opposite(effect)));
}
