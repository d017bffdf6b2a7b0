import { alertTerms, needTerms } from '@accord/contract/vocabulary';
import { type Agreed, type Change, holdsFrom } from '@accord/quality/proposals/Change';
import { vocabularyOn, type WordsOfDay } from '@accord/quality/proposals/vocabularyOn';
import { dayIn } from '../../dayIn.ts';
import type { JsonObject } from '../../store/JsonObject.ts';
import type { ProposalOnFile, Proposals } from '../../store/proposals.ts';
import { stateAt } from './onFileOf.ts';

/** The moment of a request. */
type Moment = Readonly<{ now: Date; today: string }>;

const start = { alerts: alertTerms, needs: needTerms };

/**
 * The partnership's words on a day: those it started with, changed by every agreed proposal that holds by then. Every replica
 * reads them from what is on file, so a new wording appears on its day without a restart.
 *
 * What is agreed today holds from tomorrow at the earliest. So today's words change only at midnight or when something is put on
 * file, and are worked out once until then.
 */
export class Vocabularies {
  readonly #proposals: Pick<Proposals, 'changing'>;
  readonly #timeZone: string;
  #kept: Readonly<{ key: string; words: Promise<WordsOfDay> }> | undefined;

  constructor(proposals: Pick<Proposals, 'changing'>, timeZone: string) {
    this.#proposals = proposals;
    this.#timeZone = timeZone;
  }

  /** Returns today's words as of this revision of the partnership, or a later one. */
  async today({ now, today, revision }: Moment & Readonly<{ revision: string }>): Promise<WordsOfDay> {
    const key = `${today} ${revision}`;
    if (this.#kept?.key === key) return this.#kept.words;
    const words = this.on(today, now);
    this.#kept = { key, words };
    // A failure is not cached: the next request tries again.
    words.catch(() => {
      if (this.#kept?.words === words) this.#kept = undefined;
    });
    return words;
  }

  /** Returns the words of any day, as far as they are agreed by now. */
  async on(day: string, now: Date): Promise<WordsOfDay> {
    const proposals = await this.#proposals.changing();
    return vocabularyOn(
      day,
      start,
      proposals.flatMap((proposal) => agreedOf(proposal, now, this.#timeZone) ?? []),
    );
  }
}

/** An agreed change and the day from which it holds; null if it is not agreed, or changes nothing. */
export function agreedOf(proposal: ProposalOnFile, now: Date, timeZone: string): Agreed | null {
  const change = changeIn(proposal.change);
  const { status, at } = stateAt(proposal, now);
  if (change === null || status !== 'AGREED' || at === null) return null;
  const from = holdsFrom(proposal.effectiveOn, dayIn(new Date(at), timeZone));
  return { id: proposal.id, change, from, agreedAt: at };
}

/** Reads a change from what is on file, where it was checked when it was raised; null if the proposal has none. */
export function changeIn(stored: JsonObject | null): Change | null {
  if (stored === null) return null;
  const text = (name: string): string => (typeof stored[name] === 'string' ? stored[name] : '');
  switch (stored.kind) {
    case 'LABEL':
      return { kind: 'LABEL', code: text('code'), label: text('label') };
    case 'ALERT_CATEGORY':
      return { kind: 'ALERT_CATEGORY', code: text('code'), label: text('label'), category: text('category') };
    case 'RETIRE':
      return { kind: 'RETIRE', code: text('code') };
    case 'CONSENT_NOTICE':
      return { kind: 'CONSENT_NOTICE', language: text('language'), version: text('version'), text: text('text') };
    default:
      throw new Error('A proposal on file changes something unknown.');
  }
}
