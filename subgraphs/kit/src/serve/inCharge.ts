import type { ReadPermit, Release } from '@accord/contract/permit';
import type { FastifyBaseLogger } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Refusal } from '../guard/permitGate.ts';
import type { Releases } from '../guard/releases.ts';
import type { PolicySource } from '../policy/policyFile.ts';
import type { RequestEntry, RequestLog, RequestOutcome } from '../policy/RequestLog.ts';
import { underPolicy } from '../policy/underPolicy.ts';
import type { AgencyLimits } from './AgencyLimits.ts';
import type { Answer } from './answerOperations.ts';
import { describeFault } from './describeFault.ts';
import { Places } from './Places.ts';

/** What an agency puts between a valid permit and its data. */
export type ChargeParts = Readonly<{
  agency: string;
  policy: PolicySource;
  /** If absent, the agency keeps no log of requests. */
  requests: RequestLog | undefined;
  limits: AgencyLimits | undefined;
  log: Pick<FastifyBaseLogger, 'warn' | 'error'>;
}>;

/** Notes which kinds of information of a record are disclosed. */
export type NoteTold = (record: string, categories: readonly string[]) => void;

/** `told` is undefined where the agency keeps no log of requests. */
type Work = (releases: Releases, told: NoteTold | undefined) => Promise<Answer>;
type Result = Readonly<{ outcome: RequestOutcome; answer: Answer; withheld?: readonly Release[] }>;

/**
 * Keeps the agency in charge of its answers: applies its limits and its policy before its data is read, and writes its own
 * log before the answer leaves.
 */
export type InCharge = Readonly<{
  answer(
    request: Readonly<{ permit: ReadPermit; door: RequestEntry['door']; now: Date; operations?: number }>,
    work: Work,
  ): Promise<Answer>;
  /** Logs a request that came without a valid permit, or whose operation is not answered. */
  refused(refusal: Refusal, door: RequestEntry['door'], now: Date): Promise<void>;
}>;

const minute = 60;
/** Anybody can send requests without a permit, so only this many a minute are logged. */
const refusalsWritten = 60;
const retryAfterSeconds = 5;
const fault = (status: number, code: string, message: string): Answer => ({
  status,
  body: JSON.stringify({ errors: [{ message, extensions: { code } }] }),
  ...(status !== 403 && { retryAfterSeconds }),
});
/** One answer for all of these: whether an agency is busy or has closed its doors, and why, is its own business. */
const unavailable = fault(503, 'AGENCY_UNAVAILABLE', 'The agency does not answer now.');
const rateLimited = fault(429, 'RATE_LIMITED', 'Too many requests.');
const tooMany = fault(403, 'OPERATION_REFUSED', 'The permit names more records than this agency answers at once.');

export function inCharge({ agency, policy, requests, limits, log }: ChargeParts): InCharge {
  const turns = limits && new RateLimiterMemory({ points: limits.requestsPerMinute, duration: minute });
  const places = limits && new Places({ atOnce: limits.requestsAtOnce, waiting: limits.requestsWaiting });
  const refusals = new RateLimiterMemory({ points: refusalsWritten, duration: minute });

  const result = async (
    permit: ReadPermit,
    operations: number,
    work: Work,
    told: NoteTold | undefined,
  ): Promise<Result> => {
    // Counted after the permit was checked, so that nobody else can use up the hub's requests. A bundle counts as one per
    // operation.
    if (turns && !(await hasTurn(turns, operations))) return { outcome: 'RATE_LIMITED', answer: rateLimited };
    if (limits && recordsIn(permit) > limits.recordsAtOnce) return { outcome: 'TOO_MANY_RECORDS', answer: tooMany };
    const until = Date.now() + (limits?.answerMs ?? 0);
    const leave = places ? await places.take(limits.answerMs) : () => {};
    if (!leave) return { outcome: 'BUSY', answer: unavailable };
    let working: Promise<Answer> | undefined;
    try {
      const inForce = await policy.now();
      if (inForce.kind === 'FAULTY') return { outcome: 'POLICY_FAULTY', answer: unavailable };
      const ruled = underPolicy(inForce.policy, permit, agency);
      if (ruled.kind === 'CLOSED') return { outcome: ruled.why, answer: unavailable };
      working = work(ruled.releases, told);
      const answer = await (limits ? within(working, until - Date.now()) : working);
      if (answer === tookTooLong) return { outcome: 'TOOK_TOO_LONG', answer: unavailable, withheld: ruled.withheld };
      return { outcome: answer.partial ? 'PARTIAL' : 'ANSWERED', answer, withheld: ruled.withheld };
    } finally {
      // Abandoning the answer does not stop the work: the place becomes free when the database is done.
      if (working) void working.then(leave, leave);
      else leave();
    }
  };

  return {
    async answer({ permit, door, now, operations = 1 }, work) {
      const started = performance.now();
      const told = new Map<string, Set<string>>();
      const note: NoteTold = (record, categories) => {
        const known = told.get(record) ?? new Set<string>();
        for (const category of categories) known.add(category);
        told.set(record, known);
      };
      const {
        outcome,
        answer,
        withheld = [],
      } = await result(permit, operations, work, requests && note).catch((error: unknown): Result => {
        log.error(describeFault(error), 'A request failed.');
        return { outcome: 'FAILED', answer: unavailable };
      });
      const left = outcome === 'ANSWERED' || outcome === 'PARTIAL';
      if (!left) log.warn({ outcome }, 'A request was not answered.');
      if (!requests) return answer;
      const { id, requester, releases, figures } = permit;
      const milliseconds = Math.round(performance.now() - started);
      const entry: RequestEntry = {
        ...{ at: now.toISOString(), permit: id, requester, door, figures, asked: releases },
        ...{ told: left ? together(told) : [], withheld, outcome, milliseconds },
      };
      try {
        await requests.append(entry);
      } catch {
        // INVARIANT: what cannot be logged is not disclosed.
        log.error('The request could not be logged, so nothing was released. Check ACCORD_REQUEST_LOG and its disk.');
        return unavailable;
      }
      return answer;
    },
    async refused({ code }, door, now) {
      if (!requests || !(await hasTurn(refusals))) return;
      const entry: RequestEntry = {
        ...{ at: now.toISOString(), permit: null, requester: null, door, figures: false },
        ...{ asked: [], told: [], withheld: [], outcome: code, milliseconds: 0 },
      };
      // Nothing is disclosed whether or not this can be logged.
      await requests.append(entry).catch(() => log.error('A refusal could not be logged.'));
    },
  };
}

const hasTurn = (turns: RateLimiterMemory, points = 1): Promise<boolean> =>
  turns.consume('hub', points).then(
    () => true,
    () => false,
  );

const recordsIn = ({ releases }: ReadPermit): number => new Set(releases.flatMap(({ records }) => records)).size;

const tookTooLong = Symbol('took too long');

async function within<Value>(work: Promise<Value>, ms: number): Promise<Value | typeof tookTooLong> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof tookTooLong>((resolve) => {
    timer = setTimeout(() => resolve(tookTooLong), Math.max(ms, 0));
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** What was disclosed, with records of the same kinds grouped together. */
function together(told: ReadonlyMap<string, ReadonlySet<string>>): readonly Release[] {
  const byKinds = new Map<string, Readonly<{ records: string[]; categories: readonly string[] }>>();
  for (const [record, kinds] of told) {
    const categories = [...kinds].sort();
    const release = byKinds.get(categories.join(' ')) ?? { records: [], categories };
    release.records.push(record);
    byKinds.set(categories.join(' '), release);
  }
  return [...byKinds.values()];
}
