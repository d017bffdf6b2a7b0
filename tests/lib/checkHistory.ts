import type { LedgerEntry } from '@accord/server/store/LedgerEntry';

// Times are of one monotonic clock. A slot is one kind of information of one person: in it consents are given and withdrawn by
// turns, one after the other, so that at each moment it is open on one consent, or closed.

/** A consent given or withdrawn. The first of a slot gives, the next withdraws that, and so on. */
export type ConsentEvent = Readonly<{
  consent: string;
  asked: number;
  /** When the acknowledgement began to be sent. */
  acknowledged: number;
  answered: number;
}>;

export type Slot = Readonly<{ person: string; kind: string; events: readonly ConsentEvent[] }>;

/** One question about some people, and what came back. */
export type Read = Readonly<{
  /** Its own sign-in name, by which the ledger's entries are found. */
  requester: string;
  asked: number;
  /** When it had been sent whole. */
  sent: number;
  answered: number;
  released: boolean;
  kinds: readonly string[];
  /** Of each person asked about: the kinds shown; null: nobody was shown. */
  people: ReadonlyMap<string, ReadonlySet<string> | null>;
}>;

export type History = Readonly<{ slots: readonly Slot[]; reads: readonly Read[]; entries: readonly LedgerEntry[] }>;

/**
 * Looks for one total order of consents, withdrawals and disclosures that explains everything that was seen: it must be the
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

/** What was answered is exactly what the ledger has, each kind on a consent of its own slot. */
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

/** An answer that was there before another was asked for stands before it in the ledger, whichever replicas gave them. */
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

/** What a read saw of a slot: open on the consent of this turn, or closed; `undefined`: it did not look. */
type Seen = Readonly<{ read: Read; open: number | null }>;

/**
 * Every read stands between two events of the slot. Turn k: k events have been. Odd turns are open, on the consent just given.
 * Each read takes the earliest turn that is left for it; if that is too late, there is no order at all.
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
    // That it stands on no consent of this slot was said before.
    return turn === undefined ? undefined : { read, open: turn };
  };
  const say = ({ read, open }: Seen, why: string): void => {
    amiss.push(
      `${read.requester} saw ${kind} of ${person} ${open === null ? 'closed' : `open (turn ${open})`}: ${why}.`,
    );
  };
  /** As few and as many events as real time allows to have been. */
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
  // Of whom nothing at all was told there is no entry; the turn must be one that real time allows.
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
