import { BadInput } from '../BadInput.ts';
import type { Effect, Rule } from '../Facts.ts';
import { MODIFIER } from './accordUrls.ts';
import { type CodeMap, codingFor } from './CodeMap.ts';
import type { FhirVersion } from './FhirVersion.ts';
import { type Json, withoutGaps } from './Json.ts';
import { dataPeriodOf, periodOf } from './periods.ts';
import { type ResourceKind, referenceTo } from './references.ts';

const RECIPIENT = {
  coding: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
      code: 'IRCP',
      display: 'information recipient',
    },
  ],
};

/** How the rules of one consent are written. */
export type Writing = Readonly<{ version: FhirVersion; codes: CodeMap }>;

/** Returns a rule as an exception to its parent, whose effect is `around`. Throws `BadInput` for an empty list. */
export function provisionOf(rule: Rule, around: Effect, writing: Writing): Json {
  const effect = rule.effect ?? opposite(around);
  // R5 provisions have no type: each is always the opposite of what it is nested in.
  const stated = writing.version === 'R5' && effect === around ? [{ url: MODIFIER.type, valueCode: effect }] : [];
  return withoutGaps({
    ...limitsOf(rule, stated, writing),
    ...(writing.version === 'R4' && { type: effect }),
    period: rule.period && periodOf(rule.period),
    provision: exceptionsOf(rule, effect, writing),
  });
}

/** Returns the exceptions of a rule whose effect is `effect`; undefined if there are none. */
export function exceptionsOf(rule: Rule, effect: Effect, writing: Writing): readonly Json[] | undefined {
  const except = rule.except ?? [];
  return except.length === 0 ? undefined : except.map((exception) => provisionOf(exception, effect, writing));
}

/** Returns the limits of a rule, apart from the dates of the request. `modifiers` are written before its own. */
export function limitsOf(rule: Rule, modifiers: readonly Json[], { codes }: Writing): Json {
  const actors = [
    ...(filled(rule.agencies, 'agencies') ?? []).map((id) => actor('Organization', id)),
    ...(filled(rule.users, 'users') ?? []).map((id) => actor('Practitioner', id)),
  ];
  // In FHIR any one of the actors is enough; here both the agency and the person must match.
  const together = rule.agencies !== undefined && rule.users !== undefined;
  const modifierExtension = [...modifiers, ...(together ? [{ url: MODIFIER.actorsTogether, valueBoolean: true }] : [])];
  return withoutGaps({
    modifierExtension: modifierExtension.length > 0 ? modifierExtension : undefined,
    actor: actors.length > 0 ? actors : undefined,
    securityLabel: filled(rule.categories, 'categories')?.map((code) => codingFor('category', code, codes)),
    purpose: filled(rule.purposes, 'purposes')?.map((code) => codingFor('purpose', code, codes)),
    dataPeriod: rule.dataPeriod && dataPeriodOf(rule.dataPeriod),
    data: filled(rule.sources, 'sources')?.map((id) => ({
      meaning: 'authoredby',
      reference: referenceTo({ kind: 'Organization', id }),
    })),
  });
}

/** True if a rule covers everything, apart from its exceptions. */
export function isUnlimited({ agencies, users, purposes, categories, sources, dataPeriod, period }: Rule): boolean {
  const lists = [agencies, users, purposes, categories, sources, dataPeriod];
  return lists.every((each) => each === undefined) && (period === undefined || periodOf(period) === undefined);
}

export function opposite(effect: Effect): Effect {
  return effect === 'permit' ? 'deny' : 'permit';
}

const actor = (kind: ResourceKind, id: string): Json => ({ role: RECIPIENT, reference: referenceTo({ kind, id }) });

function filled(list: readonly string[] | undefined, name: string): readonly string[] | undefined {
  // In FHIR a missing list means any, and a list cannot be empty.
  if (list?.length === 0) throw new BadInput(`consent.rule.${name}`, 'is empty, which would be read as “any”.');
  return list;
}
