import type { SignPermit } from '../exchange/signPermit.ts';
import type { Transport } from '../exchange/Transport.ts';
import type { AgencyRow } from '../store/agencies.ts';
import { askAboutNobody } from './knock.ts';

export type PulseParts = Readonly<{
  transport: Pick<Transport, 'send'>;
  signPermit: SignPermit;
  /** Time an agency has for an ordinary answer; this waits no longer. */
  deadlineMs: number;
}>;

/** Whether an agency answered, and when it was asked. */
export type Pulse = Readonly<{ state: 'OK' | 'SLOW' | 'NOT_ANSWERING'; checkedAt: Date }>;

/** How long to wait, from when an answer counts as slow, and how long one answer serves everybody who asks this replica. */
const [longestMs, slowMs, keptMs] = [2_000, 1_000, 15_000];

/**
 * Finds out whether agencies answer: in the same way and under the same kind of permit as any request, and about nobody.
 *
 * INVARIANT: an agency is asked only because somebody asks how it is. The result depends on no client, no record and no
 * requester. A request about a client neither asks here nor changes what is cached.
 */
export class AgencyPulse {
  readonly #parts: PulseParts;
  readonly #kept = new Map<string, Readonly<{ url: string; asked: Date; pulse: Promise<Pulse> }>>();

  constructor(parts: PulseParts) {
    this.#parts = parts;
  }

  /** Returns the newest answer that still serves, or asks for one. Never rejects. */
  of({ id, url }: Pick<AgencyRow, 'id' | 'url'>, now: Date): Promise<Pulse> {
    const kept = this.#kept.get(id);
    const age = kept ? now.getTime() - kept.asked.getTime() : Number.POSITIVE_INFINITY;
    if (kept && kept.url === url && age >= 0 && age < keptMs) return kept.pulse;
    const pulse = this.#ask(id, url, now);
    this.#kept.set(id, { url, asked: now, pulse });
    return pulse;
  }

  async #ask(id: string, url: string, now: Date): Promise<Pulse> {
    const { transport, signPermit } = this.#parts;
    const deadlineMs = Math.min(longestMs, this.#parts.deadlineMs);
    const send: Parameters<typeof askAboutNobody>[0]['ask']['send'] = (message) =>
      transport.send({ ...message, agency: id, url });
    const begun = performance.now();
    const incoming = await askAboutNobody({ id, ask: { send }, deadlineMs }, { signPermit, now });
    const answered = incoming.kind === 'ANSWERED' && incoming.status === 200;
    const isSlow = performance.now() - begun > slowMs;
    return { state: answered ? (isSlow ? 'SLOW' : 'OK') : 'NOT_ANSWERING', checkedAt: now };
  }
}
