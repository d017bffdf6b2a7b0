import { alertTerms, needTerms } from '@accord/contract/vocabulary';
import { type Agreed, type Change, holdsFrom } from '@accord/quality/proposals/Change';
import { vocabularyOn, type WordsOfDay } from '@accord/quality/proposals/vocabularyOn';
import { dayIn } from '../../dayIn.ts';
import type { JsonObject } from '../../store/JsonObject.ts';
import type { ProposalOnFile, Proposals } from '../../store/proposals.ts';
import { stateAt } from './onFileOf.ts';

/** When somebody asks. */
type Moment = Readonly<{ now: Date; today: string }>;

const start = { alerts: alertTerms, needs: needTerms };

/**
 * The words of the partnership on a day: what it started from, changed by every proposal that was agreed and holds by then. Every
 * replica reads them from what is on file, so that a new wording is there on its day without a restart.
 *
 * What is agreed today holds from tomorrow at the earliest; so today's words stay the same until midnight or until something is added
 * to what is on file, and are worked out once for both.
 */
export class Vocabularies {
  readonly #proposals: Pick<Proposals, 'changing'>;
  readonly #timeZone: string;
  #kept: Readonly<{ key: string; words: Promise<WordsOfDay> }> | undefined;

  constructor(proposals: Pick<Proposals, 'changing'>, timeZone: string) {
    this.#proposals = proposals;
    this.#timeZone = timeZone;
  }

  /** Today's words, where the partnership is at this revision or a later one. */
  async today({ now, today, revision }: Moment & Readonly<{ revision: string }>): Promise<WordsOfDay> {
    const key = `${today} ${revision}`;
    if (this.#kept?.key === key) return this.#kept.words;
    const words = this.on(today, now);
    this.#kept = { key, words };
    // What failed is not kept: the next request tries again.
    words.catch(() => {
      if (this.#kept?.words === words) this.#kept = undefined;
    });
    return words;
  }

  /** The words of any day, as far as they are agreed by now. */
  async on(day: string, now: Date): Promise<WordsOfDay> {
    const proposals = await this.#proposals.changing();
    return vocabularyOn(
      day,
      start,
      proposals.flatMap((proposal) => agreedOf(proposal, now, this.#timeZone) ?? []),
    );
  }
}

/** An agreed change and its day; null where it is not agreed, or changes nothing. */
export function agreedOf(proposal: ProposalOnFile, now: Date, timeZone: string): Agreed | null {
  const change = changeIn(proposal.change);
  const { status, at } = stateAt(proposal, now);
  if (change === null || status !== 'AGREED' || at === null) return null;
  const from = holdsFrom(proposal.effectiveOn, dayIn(new Date(at), timeZone));
  return { id: proposal.id, change, from, agreedAt: at };
}

/** A change as it is kept. It was checked when it was raised; null for what has none. */
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
