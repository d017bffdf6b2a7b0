import { createHash } from 'node:crypto';
import type { AlertCertainty, AlertSeverity, PromptAnswer } from '@accord/contract/generated/api';
import type { WriteAct } from '@accord/contract/writeOrder';
import { isDay } from '../mapping/day.ts';
import type { AlertDraft } from '../mapping/defineWrites.ts';
import { promptAnswers } from '../prompts/answerCounts.ts';
import { parseJson } from '../serve/parseJson.ts';

/** What an order asks for, besides who gives it and for which record. */
export type Asked =
  | Readonly<{ act: 'ANSWER'; prompt: string; answer: PromptAnswer; reason: string }>
  | Readonly<{ act: 'RAISE'; draft: AlertDraft }>
  | Readonly<{ act: 'APPROVE' }>
  | Readonly<{ act: 'RETURN'; reason: string }>
  | Readonly<{ act: 'REVIEW'; alert: string; reviewDue: string; certainty: AlertCertainty | null }>
  | Readonly<{ act: 'EXTEND'; alert: string; until: string }>
  | Readonly<{ act: 'END'; alert: string; why: 'NO_LONGER' | 'WRONG'; reason: string }>
  | Readonly<{ act: 'CORRECT'; alert: string; reason: string; replacement: AlertDraft | null }>;

/**
 * A write order's body. `order`: the worker's own id for it, the same however often it is sent. `today`: the date in the
 * partnership's time zone.
 */
export type WriteBody = Readonly<{ order: string; today: string; dryRun: boolean; asked: Asked; digest: string }>;

const certainties = ['INDICATED', 'DISCLOSED', 'ASSESSED', 'HISTORICAL', 'RULED_OUT', 'CORRECTED'] as const;
const severities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
const ends = ['NO_LONGER', 'WRONG'] as const;
const longestText = 2_000;

type Json = Readonly<Record<string, unknown>>;

/** Reads the body of an order to do `act` to a record; undefined where it does not follow the contract. */
export function parseWrite(body: Uint8Array, act: WriteAct, record: string): WriteBody | undefined {
  const sent = parseJson(body);
  if (!isObject(sent) || !isObject(sent.what)) return undefined;
  const { order, today, dryRun, what } = sent;
  const asked = parseAsked(act, what);
  if (!asked || !isText(order) || order.length > 100 || !isText(today) || !isDay(today)) return undefined;
  if (typeof dryRun !== 'boolean') return undefined;
  const digest = createHash('sha256')
    .update(JSON.stringify([record, asked]))
    .digest('base64url');
  return { order, today, dryRun, asked, digest };
}

function parseAsked(act: WriteAct, what: Json): Asked | undefined {
  const { alert, reason, prompt, until, reviewDue } = what;
  switch (act) {
    case 'ANSWER': {
      const answer = promptAnswers.find((one) => one === what.answer);
      return isText(prompt) && isText(reason) && answer ? { act, prompt, answer, reason } : undefined;
    }
    case 'RAISE': {
      const draft = parseDraft(what.draft);
      return draft && { act, draft };
    }
    case 'APPROVE':
      return { act };
    case 'RETURN':
      return isText(reason) ? { act, reason } : undefined;
    case 'REVIEW': {
      const certainty = certainties.find((one) => one === what.certainty) ?? null;
      return isText(alert) && isText(reviewDue) && isDay(reviewDue) ? { act, alert, reviewDue, certainty } : undefined;
    }
    case 'EXTEND':
      return isText(alert) && isText(until) && isDay(until) ? { act, alert, until } : undefined;
    case 'END': {
      const why = ends.find((one) => one === what.why);
      return isText(alert) && isText(reason) && why ? { act, alert, why, reason } : undefined;
    }
    case 'CORRECT': {
      const replacement = what.replacement === null ? null : parseDraft(what.replacement);
      return isText(alert) && isText(reason) && replacement !== undefined
        ? { act, alert, reason, replacement }
        : undefined;
    }
    default:
      return act satisfies never;
  }
}

function parseDraft(value: unknown): AlertDraft | undefined {
  if (!isObject(value)) return undefined;
  const { code, text, reviewDue } = value;
  const certainty: AlertCertainty | undefined = certainties.find((one) => one === value.certainty);
  const severity: AlertSeverity | undefined = severities.find((one) => one === value.severity);
  const due = reviewDue === null ? null : isText(reviewDue) && isDay(reviewDue) ? reviewDue : undefined;
  if (!isText(code) || !isText(text) || !certainty || !severity || due === undefined) return undefined;
  return { code, certainty, severity, text, reviewDue: due };
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longestText;
