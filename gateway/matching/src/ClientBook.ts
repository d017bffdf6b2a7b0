import { type Clusters, clustersOf } from './clustersOf.ts';
import {
  type AutomaticLink,
  type Decision,
  keyOf,
  type Pair,
  pairOf,
  type RecordId,
  type StoredRecord,
} from './Facts.ts';
import { type Belonging, type ClientId, keepIds } from './keepIds.ts';

/** What one step changed. */
export type Change = Readonly<{
  /** Records that belong to another client than before, or for the first time (`from` null). */
  moved: readonly Readonly<{ record: RecordId; from: ClientId | null; to: ClientId }>[];
  retired: ReadonlyMap<ClientId, ClientId>;
}>;

type Tie = { dice?: number; decision?: Decision };

/**
 * Which client each record belongs to, kept up to date step by step: only the records that hang together with what was
 * touched are looked at again. After any steps the clusters are those of `clustersOf` for the facts there are then.
 *
 * Which cluster has which id does depend on the order: ids tell what was known first.
 */
export class ClientBook {
  readonly #newId: () => ClientId;
  readonly #records = new Map<RecordId, StoredRecord>();
  readonly #ties = new Map<RecordId, Map<RecordId, Tie>>();
  readonly #belongings = new Map<RecordId, Belonging>();
  readonly #clients = new Map<ClientId, { age: number; records: Set<RecordId> }>();
  readonly #retired = new Map<ClientId, ClientId>();
  #now = 0;
  #ages = 0;

  /** `newId` gives an id that was never given before. */
  constructor(newId: () => ClientId) {
    this.#newId = newId;
  }

  /** A record comes, or comes again encoded anew: `links` are all its automatic links to records that are here. */
  arrive(record: StoredRecord, links: readonly AutomaticLink[]): Change {
    const touched = new Set([record.id, ...this.#tiesOf(record.id).keys()]);
    this.#records.set(record.id, record);
    for (const tie of this.#tiesOf(record.id).values()) delete tie.dice;
    for (const { pair, dice } of links) {
      if (!pair.includes(record.id)) throw new RangeError(`A link of ${record.id} names it; this one is of ${pair}.`);
      this.#tie(pair).dice = dice;
      for (const id of pair) touched.add(id);
    }
    return this.#settle(touched);
  }

  /** A record goes. What people decided on it is kept, should it come again. */
  leave(id: RecordId): Change {
    const touched = new Set(this.#tiesOf(id).keys());
    this.#records.delete(id);
    for (const tie of this.#tiesOf(id).values()) delete tie.dice;
    const belonging = this.#belongings.get(id);
    this.#belongings.delete(id);
    if (belonging !== undefined) {
      const others = this.#clients.get(belonging.client)?.records;
      others?.delete(id);
      if (others?.size === 0) this.#clients.delete(belonging.client);
    }
    return this.#settle(touched);
  }

  /** People decide on a pair. An earlier decision than the last one on the pair changes nothing. */
  decide(decision: Decision): Change {
    const tie = this.#tie(decision.pair);
    if (tie.decision !== undefined && tie.decision.order > decision.order) return nothing;
    tie.decision = decision;
    return this.#settle(new Set(decision.pair));
  }

  /**
   * People say that some records of a client are somebody else: each of them and each that stays are denied to be one
   * person, and those who leave get a new id, whoever was there first.
   */
  separate(leaving: readonly RecordId[], order: number): Change {
    const clients = new Set(leaving.map((id) => this.clientOf(id)));
    const [client] = clients;
    if (clients.size !== 1 || client === undefined)
      throw new RangeError(`Records to separate are of one client; these are of ${clients.size}.`);
    const staying = this.recordsOf(client).filter((id) => !leaving.includes(id));
    if (staying.length === 0) throw new RangeError('Of the records of a client some stay; none would.');
    for (const one of leaving)
      for (const other of staying) {
        const pair = pairOf(one, other);
        this.#tie(pair).decision = { pair, verdict: 'DENIED', order };
      }
    return this.#settle(new Set([...leaving, ...staying]), new Set(leaving));
  }

  /** Throws RangeError where the record is not here. */
  clientOf(record: RecordId): ClientId {
    const belonging = this.#belongings.get(record);
    if (belonging === undefined) throw new RangeError(`There is no record ${record}.`);
    return belonging.client;
  }

  /** The records of a client, by any id it has had, in the order of their ids. */
  recordsOf(client: ClientId): readonly RecordId[] {
    return [...(this.#clients.get(this.currentId(client))?.records ?? [])].sort();
  }

  /** The id that took in a retired one; else the id itself. */
  currentId(client: ClientId): ClientId {
    let at = client;
    for (let next = this.#retired.get(at); next !== undefined; next = this.#retired.get(at)) at = next;
    return at;
  }

  /** Everything there is, clustered anew: with what is contradicted and what is held. */
  clusters(): Clusters {
    return clustersOf(this.#factsOf(this.#records.keys()));
  }

  /** Clusters anew what hangs together with what was touched. Those who leave have no claim to the id they had. */
  #settle(touched: ReadonlySet<RecordId>, leaving: ReadonlySet<RecordId> = new Set()): Change {
    const near = this.#hangingTogether(touched);
    const { clusters } = clustersOf(this.#factsOf(near));
    const claims = new Map<RecordId, Belonging>();
    for (const id of near) {
      const belonging = this.#belongings.get(id);
      if (belonging !== undefined && !leaving.has(id)) claims.set(id, belonging);
    }
    const ageOf = (client: ClientId): number => this.#clients.get(client)?.age ?? 0;
    const { ids, retired } = keepIds(clusters, claims, ageOf, this.#newId);
    this.#now += 1;
    const moved: Change['moved'][number][] = [];
    for (const [place, records] of clusters.entries()) {
      const to = ids[place] ?? '';
      for (const record of records) {
        const from = this.#belongings.get(record)?.client ?? null;
        if (from !== to) moved.push({ record, from, to });
      }
    }
    for (const { record, from, to } of moved) {
      if (from !== null) this.#clients.get(from)?.records.delete(record);
      const client = this.#clients.get(to) ?? { age: this.#given(), records: new Set() };
      client.records.add(record);
      this.#clients.set(to, client);
      this.#belongings.set(record, { client: to, since: this.#now });
    }
    for (const [client, into] of retired) {
      this.#clients.delete(client);
      this.#retired.set(client, into);
    }
    return { moved, retired };
  }

  /** The age of the next client: the less the older. */
  #given(): number {
    this.#ages += 1;
    return this.#ages;
  }

  /** The records that are here and tied to these by links or confirmed pairs, over any number of steps. */
  #hangingTogether(touched: ReadonlySet<RecordId>): ReadonlySet<RecordId> {
    const near = new Set([...touched].filter((id) => this.#records.has(id)));
    for (const id of near)
      for (const [other, { dice, decision }] of this.#tiesOf(id))
        if (this.#records.has(other) && (dice !== undefined || decision?.verdict === 'CONFIRMED')) near.add(other);
    return near;
  }

  #factsOf(ids: Iterable<RecordId>): { records: StoredRecord[]; links: AutomaticLink[]; decisions: Decision[] } {
    const records: StoredRecord[] = [];
    const links = new Map<string, AutomaticLink>();
    const decisions = new Map<string, Decision>();
    for (const id of ids) {
      const record = this.#records.get(id);
      if (record !== undefined) records.push(record);
      for (const [other, { dice, decision }] of this.#tiesOf(id)) {
        const pair = pairOf(id, other);
        if (dice !== undefined) links.set(keyOf(pair), { pair, dice });
        if (decision !== undefined) decisions.set(keyOf(pair), decision);
      }
    }
    return { records, links: [...links.values()], decisions: [...decisions.values()] };
  }

  #tiesOf(id: RecordId): Map<RecordId, Tie> {
    const ties = this.#ties.get(id) ?? new Map<RecordId, Tie>();
    this.#ties.set(id, ties);
    return ties;
  }

  /** The tie of a pair, one object seen from both. */
  #tie([one, other]: Pair): Tie {
    const tie = this.#tiesOf(one).get(other) ?? {};
    this.#tiesOf(one).set(other, tie);
    this.#tiesOf(other).set(one, tie);
    return tie;
  }
}

const nothing: Change = { moved: [], retired: new Map() };
