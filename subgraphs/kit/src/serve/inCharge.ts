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

/** What an agency has of its own between a good permit and its data. */
export type ChargeParts = Readonly<{
  agency: string;
  policy: PolicySource;
  /** Absent: the agency keeps no record of requests. */
  requests: RequestLog | undefined;
  limits: AgencyLimits | undefined;
  log: Pick<FastifyBaseLogger, 'warn' | 'error'>;
}>;

/** Notes that kinds of information of a record are told. */
export type NoteTold = (record: string, categories: readonly string[]) => void;

/** `told` is left out where the agency keeps no record of requests. */
type Work = (releases: Releases, told: NoteTold | undefined) => Promise<Answer>;
type Result = Readonly<{ outcome: RequestOutcome; answer: Answer; withheld?: readonly Release[] }>;

/** The agency in charge of what it answers: its limits and its policy before its data are asked, its own record before the answer leaves. */
export type InCharge = Readonly<{
  answer(
    request: Readonly<{ permit: ReadPermit; door: RequestEntry['door']; now: Date; operations?: number }>,
    work: Work,
  ): Promise<Answer>;
  /** Writes down a request that came without a good permit, or asked for what nobody answers. */
  refused(refusal: Refusal, door: RequestEntry['door'], now: Date): Promise<void>;
}>;

const minute = 60;
/** Without a permit anybody can send requests; so many of them a minute are written down. */
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
    // Counted after the permit was checked: nobody else can use up the hub's turns. A bundle takes as many as it has operations.
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
      // Given up is not ended: the place is free when the database is.
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
        // INVARIANT: what cannot be written down is not told.
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
      // Nothing is told in any case.
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

/** What was told, records with the same kinds together. */
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
