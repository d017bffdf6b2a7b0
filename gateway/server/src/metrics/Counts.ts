import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { SourceState } from '../exchange/Sources.ts';
import type { Incoming, Outgoing } from '../exchange/Transport.ts';
import type { AppendOutcome } from '../store/appendToLedger.ts';
import type { PoolState } from '../store/Database.ts';
import { failureOf } from './failureOf.ts';

/** A series of numbers as it goes from one process to another. */
export type Told = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

/** Upper ends of the classes that durations are counted in, in seconds: an answer has twenty seconds unless the operator says otherwise. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/**
 * What one process counts of its own work, for whoever runs the hub.
 *
 * INVARIANT: the words beside a number are an operation of `operationsCounted`, an HTTP status, an agency's id and outcomes of our own:
 * nothing that a caller wrote, and nothing of who asked, about whom, as what or why.
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

  /** `poolOf`: the connections to the database, as they are when somebody asks. */
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

  /** That a request was answered. `operation`: by what name it is counted (`operationsCounted`). */
  answered(operation: string, status: number, seconds: number): void {
    this.#requests.inc({ operation, status });
    this.#requestSeconds.observe({ operation }, seconds);
  }

  /** That an agency was asked, and what came. */
  asked(outgoing: Outgoing, incoming: Incoming, seconds: number): void {
    const { agency } = outgoing;
    this.#agencySeconds.observe({ agency }, seconds);
    const failure = failureOf(outgoing, incoming);
    if (failure) this.#agencyFailures.inc({ agency, failure });
  }

  /** That something of an agency is missing from what a question is answered with, also where what came said nothing that counts. */
  missed(agency: string, state: SourceState): void {
    this.#missing.inc({ agency, state });
  }

  /** That disclosures were to be written down, and whether they were. */
  appended(outcome: AppendOutcome['kind'] | 'FAILED', seconds: number): void {
    this.#appendSeconds.observe({ outcome }, seconds);
  }

  /** As Prometheus reads it (text format 0.0.4). */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  /** As another process can put it beside that of others (`besideEachOther`). */
  told(): Promise<Told> {
    return this.#registry.getMetricsAsJSON();
  }
}
