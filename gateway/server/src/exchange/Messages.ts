import { randomUUID } from 'node:crypto';
import { bundleText, mostInBundle, readBundledAnswers, takenWords, takesBundles } from '@accord/contract/bundle';
import { toldKey } from '@accord/contract/permitKey';
import type { Partner, Requester } from '../identity/Requester.ts';
import { parseJson } from '../parseJson.ts';
import type { Released } from '../release/ReleaseBook.ts';
import { type Question, releasesOf } from './scatter.ts';
import type { SignPermit } from './signPermit.ts';
import type { Incoming, Transport } from './Transport.ts';

/** One operation for one agency, by whom and about what. */
export type Asking = Readonly<{
  partner: Partner;
  requester: Requester;
  now: Date;
  asked: readonly Question[];
  /** The operation as JSON text. */
  operation: string;
}>;

/** What an operation came to, its answer parsed. */
export type Reply =
  | Readonly<{ kind: 'ANSWERED'; status: number; answer: unknown }>
  | Exclude<Incoming, { kind: 'ANSWERED' }>;

export type MessagesParts = Readonly<{
  transport: Pick<Transport, 'send'>;
  signPermit: SignPermit;
  deadlineMs: number;
}>;

/** An operation that waits for its message to leave, and where its answer goes. */
type Waiting = Readonly<{ asking: Asking; answered: (reply: Reply) => void; failed: (error: unknown) => void }>;

/** A message before it leaves. */
type Bundle = Readonly<{ waiting: Waiting[]; records: Map<string, Released> }>;

/** What an agency said at this address that it takes, and until when it is not believed of what it turned away. */
type Taken = Readonly<{ url: string; bundles: boolean; key: string | undefined; restBundles: number; restKey: number }>;
const takesNothing = { bundles: false, key: undefined, restBundles: 0, restKey: 0 };

/** How long what an agency turned away is not tried again, in milliseconds. */
const restMs = 60_000;
/** Misdirected request (RFC 9110, 15.5.20): the permit is under a key of another of the agency's processes, or of the one before. */
const otherKey = 421;

/**
 * What goes to the agencies: operations that one requester asks of one agency for one purpose in one tick go as one message, under one
 * permit, where the agency says that it takes bundles.
 *
 * INVARIANT: never two people's, never two purposes', and of each record one and the same release: what a permit opens for one operation
 * is then what the other's own permit would have opened too.
 */
export class Messages {
  readonly #parts: MessagesParts;
  #open = new Map<string, Bundle[]>();
  readonly #known = new Map<string, Taken>();

  constructor(parts: MessagesParts) {
    this.#parts = parts;
  }

  /** Asks one operation of one agency, and waits for its answer. Never rejects for the agency's sake. */
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
      // After whatever else this turn of the event loop brings; nothing is waited for beyond it.
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
    // It says that it takes bundles, and not this one: too much at once, or a program of another version behind the same address.
    this.#known.set(first.partner.id, { ...this.#takenBy(first.partner), restBundles: performance.now() + restMs });
    const leftMs = until - performance.now();
    return Promise.all(askings.map(async (one) => replyOf(await this.#send([one], leftMs))));
  }

  /** Sends operations as one message. Where the agency does not have the key its permit is under, once more with one that is signed. */
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
    // One process begins anew, or several answer by turns: in a minute it is seen which.
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
    // Through which agency the person themself signed in is no other's to know.
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

/** Operations with the same key may go together. Figures go apart from records: an agency may close one of them and not the other. */
const keyOf = (asking: Asking): string => {
  const { partner, requester, now } = asking;
  const { user, role, agency, purpose } = requester;
  const seconds = Math.floor(now.getTime() / 1000);
  return JSON.stringify([partner.id, partner.url, user, role, agency.id, purpose, seconds, isForFigures(asking)]);
};

const isForFigures = ({ asked }: Asking): boolean => asked.some(({ kind }) => kind === 'FIGURES');

const recordsOf = ({ asked }: Asking): readonly Released[] =>
  asked.map((one) => (one.kind === 'RECORD' ? one.record : undefined)).filter((record) => record !== undefined);

/** Two requests of one person may have been decided on either side of a change: what differs goes apart. */
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

/** Turned away as a bundle, or too large an answer together: each may still be answered alone. */
const isForOneByOne = (incoming: Incoming): boolean =>
  incoming.kind === 'TOO_LARGE' ||
  (incoming.kind === 'ANSWERED' && [400, 403, 404, 405, 413, 415, 422].includes(incoming.status));

/** What came, parsed once. */
export function replyOf(incoming: Incoming): Reply {
  if (incoming.kind !== 'ANSWERED') return incoming;
  return { kind: 'ANSWERED', status: incoming.status, answer: parseJson(incoming.body) };
}
