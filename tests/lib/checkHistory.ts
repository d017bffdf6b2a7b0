import type { LedgerEntry } from '@accord/server/store/LedgerEntry';

// All times are of one monotonic clock. A slot is one kind of information about one person. In it consents are given and
// withdrawn alternately, one after another, so that at each moment it is either open on one consent or closed.

/** A consent given or withdrawn. The first of a slot gives a consent, the next withdraws it, and so on. */
export type ConsentEvent = Readonly<{
  consent: string;
  asked: number;
  /** When the hub began to send the acknowledgement. */
  acknowledged: number;
  answered: number;
}>;

export type Slot = Readonly<{ person: string; kind: string; events: readonly ConsentEvent[] }>;

/** One question about some people, and its answer. */
export type Read = Readonly<{
  /** A sign-in name used for this read only, by which its ledger entries are found. */
  requester: string;
  asked: number;
  /** When the answer had been sent completely. */
  sent: number;
  answered: number;
  released: boolean;
  kinds: readonly string[];
  /** For each person asked about, the kinds shown; null if the person was not shown at all. */
  people: ReadonlyMap<string, ReadonlySet<string> | null>;
}>;

export type History = Readonly<{ slots: readonly Slot[]; reads: readonly Read[]; entries: readonly LedgerEntry[] }>;

/**
 * Looks for one total order of consents, withdrawals and disclosures that explains everything that was seen. It must be the
 * ledger's order, and the order of real time wherever one thing ended before another began. Returns what does not fit.
 */
export function checkHistory({ slots, reads, entries }: History): readonly string[] {
  const byRequester = groupBy(entries, ({ requester }) => requester);
  const amiss: string[] = [];
  const known = new Set(reads.map(({ requester }) => requester));
  for (const requester of byRequester.keys())
    if (!known.has(requester)) amiss.push(`The ledger has ${requester}, who never asked.`);
  for (const read of reads) amiss.push(...agreesWithLedger(read, byRequester.get(read.requester) ?? [], slots));
  amiss.push(...agreesWithTime(reads, byRequester));
  for (const slot of slots) amiss.push(...fitsBetween(slot, reads, byRequester));
  return amiss;
}

type ByRequester = ReadonlyMap<string, readonly LedgerEntry[]>;

/** Checks that the ledger has exactly what was answered, each kind on a consent of its own slot. */
function agreesWithLedger(read: Read, entries: readonly LedgerEntry[], slots: readonly Slot[]): readonly string[] {
  const { requester, released, people } = read;
  if (!released) return entries.length > 0 ? [`${requester} got nothing, and the ledger says something.`] : [];
  const amiss: string[] = [];
  const seqs = entries.map(({ seq }) => seq).sort((a, b) => a - b);
  if (seqs.some((seq, place) => place > 0 && seq !== (seqs[place - 1] ?? 0) + 1))
    amiss.push(`${requester}: the entries of one answer do not stand together.`);
  for (const [person, shown] of people) {
    const own = entries.filter(({ clientId }) => clientId === person);
    if (shown === null) {
      if (own.length > 0) amiss.push(`${requester} was shown nobody for ${person}, and the ledger says somebody.`);
      continue;
    }
    const [entry, ...more] = own;
    if (!entry || more.length > 0)
      amiss.push(`${requester} was shown ${person}, and the ledger has ${own.length} entries.`);
    if (!entry) continue;
    const kinds = [...shown].sort();
    if (kinds.join() !== [...entry.categories].join())
      amiss.push(`${requester} was shown ${kinds} of ${person}, and the ledger says ${entry.categories}.`);
    for (const kind of kinds) {
      const slot = slots.find((one) => one.person === person && one.kind === kind);
      const grounds = entry.basis.filter((id) => slot?.events.some(({ consent }) => consent === id));
      if (grounds.length !== 1)
        amiss.push(`${requester} was shown ${kind} of ${person} on ${grounds.length} consents.`);
    }
  }
  return amiss;
}

/**
 * Checks that an answer that arrived before another question was asked comes first in the ledger too, whichever replicas
 * answered.
 */
function agreesWithTime(reads: readonly Read[], byRequester: ByRequester): readonly string[] {
  const told = inLedgerOrder(reads, byRequester);
  const amiss: string[] = [];
  let latest: Read | undefined;
  for (const read of told) {
    if (latest && read.answered < latest.asked)
      amiss.push(`${read.requester} was answered before ${latest.requester} asked, and stands after it in the ledger.`);
    if (!latest || read.asked > latest.asked) latest = read;
  }
  return amiss;
}

function inLedgerOrder(reads: readonly Read[], byRequester: ByRequester): readonly Read[] {
  const place = (read: Read): number => byRequester.get(read.requester)?.[0]?.seq ?? 0;
  return reads.filter((read) => place(read) > 0).sort((a, b) => place(a) - place(b));
}

/** What a read saw of a slot: open on the consent of this turn, or closed (null). `undefined`: it did not look. */
type Seen = Readonly<{ read: Read; open: number | null }>;

/**
 * Checks that every read fits between two events of the slot. At turn k, k events have happened; odd turns are open, on the
 * consent just given. Each read takes the earliest turn that is still possible for it. If that is too late, no order exists.
 */
function fitsBetween(slot: Slot, reads: readonly Read[], byRequester: ByRequester): readonly string[] {
  const { person, kind, events } = slot;
  const turnOf = new Map(events.map(({ consent }, index) => [consent, index % 2 === 0 ? index + 1 : index]));
  const amiss: string[] = [];
  const seenBy = (read: Read): Seen | undefined => {
    const shown = read.people.get(person);
    if (shown === undefined || !read.released || !read.kinds.includes(kind)) return undefined;
    if (!shown?.has(kind)) return { read, open: null };
    const entry = byRequester.get(read.requester)?.find(({ clientId }) => clientId === person);
    const turn = entry?.basis.map((id) => turnOf.get(id)).find((found) => found !== undefined);
    // A read on a consent of another slot has already been reported.
    return turn === undefined ? undefined : { read, open: turn };
  };
  const say = ({ read, open }: Seen, why: string): void => {
    amiss.push(
      `${read.requester} saw ${kind} of ${person} ${open === null ? 'closed' : `open (turn ${open})`}: ${why}.`,
    );
  };
  /** The fewest and the most events that can have happened by then, given real time. */
  const window = ({ read }: Seen): readonly [number, number] => [
    countUntil(events, ({ answered }) => answered < read.asked),
    countUntil(events, ({ asked }) => asked < read.answered),
  ];

  let turn = 0;
  const anchored = (read: Read): boolean => read.people.get(person) instanceof Set && byRequester.has(read.requester);
  for (const read of inLedgerOrder(reads, byRequester).filter(anchored)) {
    const seen = seenBy(read);
    if (!seen) continue;
    const [earliest, latest] = window(seen);
    const from = Math.max(turn, earliest);
    turn = seen.open ?? (from % 2 === 0 ? from : from + 1);
    if (turn < from) say(seen, `turn ${from} had begun by then`);
    if (turn > latest) say(seen, `only ${latest} turns had begun by then`);
    turn = Math.max(turn, from);
    const withdrawal = seen.open === null ? undefined : events[seen.open];
    if (withdrawal && read.sent > withdrawal.acknowledged)
      say(seen, 'it was sent after the withdrawal was acknowledged');
  }
  // A read that disclosed nothing has no ledger entry to anchor it: any turn that real time allows will do.
  for (const read of reads.filter((one) => !anchored(one))) {
    const seen = seenBy(read);
    if (!seen) continue;
    const [earliest, latest] = window(seen);
    if (earliest === latest && earliest % 2 === 1) say(seen, `turn ${earliest} was open all the while`);
  }
  return amiss;
}

function countUntil(events: readonly ConsentEvent[], been: (event: ConsentEvent) => boolean): number {
  const first = events.findIndex((event) => !been(event));
  return first === -1 ? events.length : first;
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
