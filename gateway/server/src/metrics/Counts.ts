import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { SourceState } from '../exchange/Sources.ts';
import type { Incoming, Outgoing } from '../exchange/Transport.ts';
import type { AppendOutcome } from '../store/appendToLedger.ts';
import type { PoolState } from '../store/Database.ts';
import { failureOf } from './failureOf.ts';

/** Metrics in the form in which they go from one process to another. */
export type Told = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

/** Upper bounds of the duration buckets, in seconds. By default an answer has twenty seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/**
 * Counts what one process does, for the operator of the hub.
 *
 * INVARIANT: labels are an operation of `operationsCounted`, an HTTP status, an agency's id, or an outcome of our own. None holds anything
 * a caller wrote, nor who asked, about whom, in what role or why.
 */
export class Counts {
  readonly #registry = new Registry();
  readonly #requests = new Counter({
    ...{
      name: 'accord_requests_total',
      help: 'Requests to /graphql that were answered, by operation and HTTP status.',
    },
    ...{ labelNames: ['operation', 'status'] as const, registers: [this.#registry] },
  });
  readonly #requestSeconds = new Histogram({
    ...{
      name: 'accord_request_duration_seconds',
      help: 'Time from the headers of a request until its answer was sent.',
    },
    ...{ labelNames: ['operation'] as const, buckets, registers: [this.#registry] },
  });
  readonly #agencySeconds = new Histogram({
    ...{
      name: 'accord_agency_request_duration_seconds',
      help: 'Messages to agencies, and the time until each was answered or failed.',
    },
    ...{ labelNames: ['agency'] as const, buckets, registers: [this.#registry] },
  });
  readonly #agencyFailures = new Counter({
    ...{
      name: 'accord_agency_failures_total',
      help: 'Messages that an agency did not answer properly, by kind of failure.',
    },
    ...{ labelNames: ['agency', 'failure'] as const, registers: [this.#registry] },
  });
  readonly #missing = new Counter({
    ...{ name: 'accord_agency_missing_total', help: 'Requests with something missing from an agency, by reason.' },
    ...{ labelNames: ['agency', 'state'] as const, registers: [this.#registry] },
  });
  readonly #appendSeconds = new Histogram({
    ...{
      name: 'accord_ledger_append_duration_seconds',
      help: "Time to write one request's disclosures to the ledger, including the wait for those before it, by outcome.",
    },
    ...{ labelNames: ['outcome'] as const, buckets, registers: [this.#registry] },
  });

  /** `poolOf` returns the state of the database connections at the time of a scrape. */
  constructor(poolOf: () => PoolState) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    new Gauge({
      ...{
        name: 'accord_database_connections',
        help: 'Connections to PostgreSQL, by whether they are in use.',
        registers,
      },
      labelNames: ['state'] as const,
      collect() {
        const { open, idle } = poolOf();
        this.set({ state: 'IDLE' }, idle);
        this.set({ state: 'IN_USE' }, open - idle);
      },
    });
    new Gauge({
      ...{ name: 'accord_database_waiting', help: 'Statements waiting for a connection to PostgreSQL.', registers },
      collect() {
        this.set(poolOf().waiting);
      },
    });
  }

  /** Counts an answered request. `operation` is the name it is counted under (`operationsCounted`). */
  answered(operation: string, status: number, seconds: number): void {
    this.#requests.inc({ operation, status });
    this.#requestSeconds.observe({ operation }, seconds);
  }

  /** Counts a message to an agency and what came back. */
  asked(outgoing: Outgoing, incoming: Incoming, seconds: number): void {
    const { agency } = outgoing;
    this.#agencySeconds.observe({ agency }, seconds);
    const failure = failureOf(outgoing, incoming);
    if (failure) this.#agencyFailures.inc({ agency, failure });
  }

  /** Counts that something from an agency is missing from an answer, even where the agency's own reply counts as no failure. */
  missed(agency: string, state: SourceState): void {
    this.#missing.inc({ agency, state });
  }

  /** Counts an attempt to write disclosures to the ledger, and its outcome. */
  appended(outcome: AppendOutcome['kind'] | 'FAILED', seconds: number): void {
    this.#appendSeconds.observe({ outcome }, seconds);
  }

  /** The metrics in Prometheus text format 0.0.4. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  /** The metrics in the form that `besideEachOther` puts next to those of other processes. */
  told(): Promise<Told> {
    return this.#registry.getMetricsAsJSON();
  }
}
