import type { Consent, Effect, Rule } from './Facts.ts';
import { fitOf } from './fitOf.ts';
import type { Question } from './Question.ts';

/** What one consent says: it opens, it closes outright, or it does not cover the question. */
export type Word = Effect | 'silent';

/**
 * Returns what this consent says about the question, whether or not it is in force.
 *
 * Consent rules, order 4:
 * - A matching child is an exception to its parent; siblings are alternatives (OR), and a deny among them wins.
 * - A rule opens only what it and every rule around it surely covers, and closes whatever it may cover. So a sensitive category
 *   must be named to be opened, but its parent is enough to close it; and a rule for certain years never opens undated data.
 * - An opt-in form (`base: deny`) is silent beyond what it opens. A refusal refuses everything in its scope but its exceptions.
 */
export function wordOf(consent: Consent, question: Question): Word {
  const { rule, base } = consent;
  // A refusal denies, whatever the form that was refused.
  const effect = consent.status === 'refused' ? 'deny' : (rule.effect ?? base);
  const outcome = outcomeOf(rule, effect, question, 'surely');
  switch (outcome.by) {
    case 'nothing':
      return 'silent';
    case 'exception':
      return consent.status === 'refused' && outcome.effect === 'permit' ? 'silent' : outcome.effect;
    case 'rule':
      return outcome.effect === 'deny' && isOptIn(consent) ? 'silent' : outcome.effect;
    default:
      return outcome satisfies never;
  }
}

type Outcome = Readonly<{ by: 'nothing' }> | Readonly<{ by: 'rule' | 'exception'; effect: Effect }>;

function outcomeOf(rule: Rule, effect: Effect, question: Question, around: 'surely' | 'possibly'): Outcome {
  const fit = fitOf(rule, question);
  if (fit === 'no') return { by: 'nothing' };
  const sure = fit === 'surely' ? around : 'possibly';
  if (effect === 'permit' && sure === 'possibly') return { by: 'nothing' };

  let excepted: Effect | undefined;
  for (const exception of rule.except ?? []) {
    const outcome = outcomeOf(exception, exception.effect ?? opposite(effect), question, sure);
    if (outcome.by === 'nothing') continue;
    if (outcome.effect === 'deny') return { by: 'exception', effect: 'deny' };
    excepted = 'permit';
  }
  return excepted === undefined ? { by: 'rule', effect } : { by: 'exception', effect: excepted };
}

function opposite(effect: Effect): Effect {
  return effect === 'permit' ? 'deny' : 'permit';
}

function isOptIn(consent: Consent): boolean {
  return consent.status === 'active' && consent.base === 'deny';
}
