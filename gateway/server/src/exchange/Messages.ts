import { randomUUID } from 'node:crypto';
import { bundleText, mostInBundle, readBundledAnswers, takenWords, takesBundles } from '@accord/contract/bundle';
import { toldKey } from '@accord/contract/permitKey';
import type { Partner, Requester } from '../identity/Requester.ts';
import { parseJson } from '../parseJson.ts';
import type { Released } from '../release/ReleaseBook.ts';
import { type Question, releasesOf } from './scatter.ts';
import type { SignPermit } from './signPermit.ts';
import type { Incoming, Transport } from './Transport.ts';

/** One operation for one agency: who asks, and about what. */
export type Asking = Readonly<{
  partner: Partner;
  requester: Requester;
  now: Date;
  asked: readonly Question[];
  /** The operation as JSON text. */
  operation: string;
}>;

/** What came of an operation, with its answer parsed. */
export type Reply =
  | Readonly<{ kind: 'ANSWERED'; status: number; answer: unknown }>
  | Exclude<Incoming, { kind: 'ANSWERED' }>;

export type MessagesParts = Readonly<{
  transport: Pick<Transport, 'send'>;
  signPermit: SignPermit;
  deadlineMs: number;
}>;

/** An operation that waits to be sent, and where its answer goes. */
type Waiting = Readonly<{ asking: Asking; answered: (reply: Reply) => void; failed: (error: unknown) => void }>;

/** A message that has not been sent yet. */
type Bundle = Readonly<{ waiting: Waiting[]; records: Map<string, Released> }>;

/** What an agency at this address said it accepts, and the times until which not to try what it turned away. */
type Taken = Readonly<{ url: string; bundles: boolean; key: string | undefined; restBundles: number; restKey: number }>;
const takesNothing = { bundles: false, key: undefined, restBundles: 0, restKey: 0 };

/** How long something that an agency turned away is not tried again, in milliseconds. */
const restMs = 60_000;
/** Misdirected request (RFC 9110, 15.5.20): the permit is under the key of another of the agency's processes, or of an earlier one. */
const otherKey = 421;

/**
 * Sends messages to agencies. If an agency says that it accepts bundles, the operations that one requester asks of it for one
 * purpose in one turn of the event loop go as one message, under one permit.
 *
 * INVARIANT: one bundle never mixes two people, two purposes, or two different releases of one record. So a permit opens nothing
 * for one operation that the permits of the others would not have opened as well.
 */
export class Messages {
  readonly #parts: MessagesParts;
  #open = new Map<string, Bundle[]>();
  readonly #known = new Map<string, Taken>();

  constructor(parts: MessagesParts) {
    this.#parts = parts;
  }

  /** Asks one agency one operation, and waits for its answer. Never rejects because of the agency. */
  ask(asking: Asking): Promise<Reply> {
    if (!this.#mayBundle(asking.partner)) return this.#send([asking]).then(replyOf);
    return new Promise((answered, failed) => this.#add({ asking, answered, failed }));
  }

  #mayBundle(partner: Partner): boolean {
    const { bundles, restBundles } = this.#takenBy(partner);
    return bundles && restBundles < performance.now();
  }

  #takenBy({ id, url }: Partner): Taken {
    const known = this.#known.get(id);
    return known?.url === url ? known : { url, ...takesNothing };
  }

  #add(one: Waiting): void {
    if (this.#open.size === 0)
      // Runs after everything else in this turn of the event loop; nothing waits longer than that.
      setImmediate(() => {
        const open = this.#open;
        this.#open = new Map();
        for (const bundles of open.values()) for (const { waiting } of bundles) void this.#settle(waiting);
      });
    const key = keyOf(one.asking);
    const bundles = this.#open.get(key) ?? [];
    this.#open.set(key, bundles);
    let bundle = bundles.find((open) => fits(open, one.asking));
    if (!bundle) {
      bundle = { waiting: [], records: new Map() };
      bundles.push(bundle);
    }
    bundle.waiting.push(one);
    for (const record of recordsOf(one.asking)) bundle.records.set(record.number, record);
  }

  async #settle(waiting: readonly Waiting[]): Promise<void> {
    try {
      const replies = await this.#askTogether(waiting.map(({ asking }) => asking));
      for (const [at, { answered }] of waiting.entries()) answered(replies[at] ?? { kind: 'UNREACHABLE' });
    } catch (error) {
      for (const { failed } of waiting) failed(error);
    }
  }

  async #askTogether(askings: readonly Asking[]): Promise<readonly Reply[]> {
    const [first] = askings;
    if (!first) return [];
    if (askings.length === 1) return [replyOf(await this.#send(askings))];
    const until = performance.now() + this.#parts.deadlineMs;
    const incoming = await this.#send(askings);
    if (!isForOneByOne(incoming)) {
      const reply = replyOf(incoming);
      if (reply.kind !== 'ANSWERED' || reply.status !== 200) return askings.map(() => reply);
      const answers = readBundledAnswers(reply.answer, askings.length);
      return askings.map((_one, at) => ({ kind: 'ANSWERED', status: 500, answer: undefined, ...answers?.[at] }));
    }
    // The agency accepts bundles, but not this one: it is too much at once, or a program of another version answers at the same address.
    this.#known.set(first.partner.id, { ...this.#takenBy(first.partner), restBundles: performance.now() + restMs });
    const leftMs = until - performance.now();
    return Promise.all(askings.map(async (one) => replyOf(await this.#send([one], leftMs))));
  }

  /** Sends operations as one message. If the agency does not have the key its permit is under, sends it again with a signed permit. */
  async #send(askings: readonly Asking[], deadlineMs = this.#parts.deadlineMs): Promise<Incoming> {
    const [first] = askings;
    if (!first || deadlineMs < 1) return { kind: 'TIMED_OUT' };
    const until = performance.now() + deadlineMs;
    const body = askings.length === 1 ? first.operation : bundleText(askings.map(({ operation }) => operation));
    const { key, restKey } = this.#takenBy(first.partner);
    const theirs = restKey < performance.now() ? key : undefined;
    const incoming = await this.#sendUnder(theirs, askings, { first, body, deadlineMs });
    if (theirs === undefined || incoming.kind !== 'ANSWERED' || incoming.status !== otherKey) return incoming;
    const { partner } = first;
    // One process has restarted, or several answer by turns. Which of the two will show in a minute.
    this.#known.set(partner.id, { ...this.#takenBy(partner), restKey: performance.now() + restMs });
    const leftMs = until - performance.now();
    return leftMs < 1
      ? { kind: 'TIMED_OUT' }
      : this.#sendUnder(undefined, askings, { first, body, deadlineMs: leftMs });
  }

  async #sendUnder(
    theirs: string | undefined,
    askings: readonly Asking[],
    { first, body, deadlineMs }: Readonly<{ first: Asking; body: string; deadlineMs: number }>,
  ): Promise<Incoming> {
    const { partner, requester, now } = first;
    const { user, role, agency, purpose, self } = requester;
    // No other agency may know through which agency the person themself signed in.
    const toldAgency = self === null || agency.id === partner.id ? agency.id : '';
    const permit = await this.#parts.signPermit({
      ...{ agency: partner.id, body, id: randomUUID(), now, theirs },
      permit: {
        requester: { user, role, agency: toldAgency, purpose },
        releases: releasesOf(askings.length === 1 ? first.asked : eachOnce(askings.flatMap(({ asked }) => asked))),
        figures: isForFigures(first),
      },
    });
    const incoming = await this.#parts.transport.send({
      ...{ agency: partner.id, url: partner.url, path: '/graphql', body, permit, deadlineMs: Math.ceil(deadlineMs) },
    });
    if (incoming.kind === 'ANSWERED') this.#learn(partner, takenWords(incoming.takes));
    return incoming;
  }

  #learn(partner: Partner, words: ReadonlySet<string>): void {
    const before = this.#takenBy(partner);
    const [bundles, key] = [words.has(takesBundles), toldKey(words)];
    if (before.bundles !== bundles || before.key !== key) this.#known.set(partner.id, { ...before, bundles, key });
  }
}

/**
 * Operations with the same key may go together. Figures go apart from records, because an agency may close one of them and not
 * the other.
 */
const keyOf = (asking: Asking): string => {
  const { partner, requester, now } = asking;
  const { user, role, agency, purpose } = requester;
  const seconds = Math.floor(now.getTime() / 1000);
  return JSON.stringify([partner.id, partner.url, user, role, agency.id, purpose, seconds, isForFigures(asking)]);
};

const isForFigures = ({ asked }: Asking): boolean => asked.some(({ kind }) => kind === 'FIGURES');

const recordsOf = ({ asked }: Asking): readonly Released[] =>
  asked.map((one) => (one.kind === 'RECORD' ? one.record : undefined)).filter((record) => record !== undefined);

/** Two requests of one person may have been decided before and after a change: operations with different releases of a record go apart. */
const fits = ({ waiting, records }: Bundle, asking: Asking): boolean =>
  waiting.length < mostInBundle &&
  recordsOf(asking).every((record) => {
    const other = records.get(record.number);
    return other === undefined || other === record || isSameRelease(other, record);
  });

const isSameRelease = (one: Released, other: Released): boolean =>
  one.categories.size === other.categories.size &&
  [...one.categories.keys()].every(
    (category) => other.categories.has(category) && one.consented.has(category) === other.consented.has(category),
  );

/** Each record once. */
const eachOnce = (questions: readonly Question[]): readonly Question[] => [
  ...new Map(questions.map((one) => [one.kind === 'RECORD' && one.record ? one.record.number : one.id, one])).values(),
];

/** The bundle was turned away, or its answer was too large: each operation may still be answered alone. */
const isForOneByOne = (incoming: Incoming): boolean =>
  incoming.kind === 'TOO_LARGE' ||
  (incoming.kind === 'ANSWERED' && [400, 403, 404, 405, 413, 415, 422].includes(incoming.status));

/** What came, with its body parsed once. */
export function replyOf(incoming: Incoming): Reply {
  if (incoming.kind !== 'ANSWERED') return incoming;
  return { kind: 'ANSWERED', status: incoming.status, answer: parseJson(incoming.body) };
}
