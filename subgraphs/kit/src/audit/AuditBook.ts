import { alertTerms } from '@accord/contract/vocabulary';
import { endOf } from '@accord/quality/audit/cellOf';
import type { Period } from '../mapping/Mapping.ts';
import { Outcomes, stateOf } from './Outcomes.ts';
import type { RecordOutcome } from './RecordOutcome.ts';
import { type PublishedAudit, publishedOf } from './tables.ts';

/** What the audit's folder holds, read while the agency serves. When an audit finishes, the next question sees its results. */
export class AuditBook {
  readonly #folder: string;
  #outcomes: Readonly<{ state: string; open: Promise<Outcomes> }> | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What was published for a category and a window; null where nothing was, or where the days are not those of a window. */
  async published(category: string, { from, to }: Period): Promise<PublishedAudit | null> {
    const window = { first: from.slice(0, 7), last: to.slice(0, 7) };
    const whole = `${window.first}-01` === from && endOf(window) === to;
    if (!whole || !alertTerms.some(({ code }) => code === category)) return null;
    return publishedOf(this.#folder, { category, window });
  }

  /** What the last audit found in a record, and by which rules. */
  async found(record: string): Promise<Readonly<{ outcome: RecordOutcome; rules: string }> | null> {
    const outcomes = await this.#current();
    const outcome = await outcomes.of(record);
    return outcome && outcomes.rules !== null ? { outcome, rules: outcomes.rules } : null;
  }

  async close(): Promise<void> {
    await (await this.#outcomes?.open)?.close();
  }

  async #current(): Promise<Outcomes> {
    const state = await stateOf(this.#folder);
    const before = this.#outcomes;
    if (before?.state === state) return before.open;
    const next = { state, open: Outcomes.open(this.#folder) };
    this.#outcomes = next;
    // Questions that still read the previous file can finish before it is closed.
    if (before) setTimeout(() => before.open.then((one) => one.close()).catch(() => {}), 60_000).unref();
    return next.open;
  }
}
