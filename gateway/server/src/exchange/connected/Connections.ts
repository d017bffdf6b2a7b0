import type { Dial } from '@accord/contract/dial';
import { dialsIn } from '@accord/contract/dialsIn';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Inspection } from '../../agencies/inspectAgency.ts';
import type { Siblings } from '../../processes/Siblings.ts';
import type { AgencyRow } from '../../store/agencies.ts';
import { staleAfterMs } from '../../store/connections.ts';
import type { Store } from '../../store/Store.ts';
import type { Incoming, Outgoing } from '../Transport.ts';
import { Connection, type ConnectionLimits } from './Connection.ts';

export type ConnectionsParts = Readonly<{
  /** Finds out over a connection whether the program that dialled can take part as this agency. */
  inspect: (agency: AgencyRow, connection: Connection) => Promise<Inspection>;
  clock: () => Date;
  store: Pick<Store, 'agencies' | 'connections'>;
  log: Logger;
  limits: ConnectionLimits;
  /** Where other replicas reach this one; null if they cannot, so that agencies must dial each replica. */
  replicaUrl: string | null;
  /** The other processes of this hub on this machine, if there are any. */
  siblings?: Pick<Siblings, 'hold' | 'programs'>;
}>;

/** How many programs of one agency may be connected at once. One more closes the connection that has been open longest. */
const mostOfAnAgency = 8;
/** How often to update the connections on file for the other replicas, and to look for suspended agencies, in milliseconds. */
const tellEveryMs = 5_000;

/** The connections that agencies dialled to this replica. */
export class Connections {
  readonly #parts: ConnectionsParts;
  readonly #held = new Map<string, Set<Connection>>();
  readonly #keys = new Map<string, string>();
  /** Being inspected: nothing else is asked over them yet. */
  readonly #judged = new Set<Connection>();
  readonly #timer: NodeJS.Timeout;
  /** When the connections on file were last updated, by this process's own clock. */
  #toldAt = performance.now();
  #closing = false;

  constructor(parts: ConnectionsParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => void this.#tell(), tellEveryMs);
    this.#timer.unref();
    parts.siblings?.programs.hear((agency, program) => {
      for (const other of this.#held.get(agency) ?? []) if (other.dial.program === program) other.retire();
    });
  }

  /**
   * Puts a dial on file, so that neither this replica nor another accepts it twice.
   *
   * @returns false if it has come before.
   */
  expect({ id, agency }: Dial): Promise<boolean> {
    return this.#parts.store.connections.put({ id, agencyId: agency, replica: this.#parts.replicaUrl });
  }

  /**
   * Accepts an agency's connection once it has shown over it that it serves a known contract and accepts this hub's permits;
   * otherwise closes it and says why. An older connection of the same program accepts no further messages, and closes when it has
   * answered.
   */
  async take(dial: Dial, agency: AgencyRow, socket: WebSocket): Promise<void> {
    const { log, limits, store, clock } = this.#parts;
    const connection = await Connection.over(socket, dial, limits);
    const which = { agency: dial.agency, connection: dial.id };
    void connection.closed.then(async () => {
      this.#forget(connection);
      log.info(which, 'a connection from an agency has closed');
      // If the database is away, the row goes stale soon enough.
      await store.connections.end([dial.id]).catch(() => undefined);
    });
    const found = await this.#inspected(agency, connection);
    if (found.kind !== 'AWAY') await store.agencies.observe(agency, found, clock());
    if (found.kind !== 'FIT') {
      log.warn({ ...which, why: found.why }, 'a connection from an agency was refused');
      connection.refuse(found.why);
      return;
    }
    if (this.#closing || !connection.isOpen) return connection.drop();
    this.#hold(connection, agency);
    log.info(which, 'an agency has connected');
    connection.accept();
  }

  async #inspected(agency: AgencyRow, connection: Connection): Promise<Inspection> {
    this.#judged.add(connection);
    try {
      return await this.#parts.inspect(agency, connection);
    } finally {
      this.#judged.delete(connection);
    }
  }

  #hold(connection: Connection, agency: AgencyRow): void {
    const { dial } = connection;
    const held = this.#held.get(dial.agency) ?? new Set();
    const open = [...held].filter(({ isOpen }) => isOpen);
    const surplus = open.length >= mostOfAnAgency ? open[0] : undefined;
    for (const other of open) if (other.dial.program === dial.program || other === surplus) other.retire();
    this.#held.set(dial.agency, held.add(connection));
    this.#keys.set(dial.id, keyOf(agency));
    const { siblings } = this.#parts;
    siblings?.hold([...this.#held.keys()]);
    siblings?.programs.connected(dial.agency, dial.program);
  }

  #forget(connection: Connection): void {
    const { agency, id } = connection.dial;
    const held = this.#held.get(agency);
    held?.delete(connection);
    if (held?.size === 0) this.#held.delete(agency);
    this.#keys.delete(id);
    this.#parts.siblings?.hold([...this.#held.keys()]);
  }

  /** Whether a message to the agency could be sent over a connection held here. */
  has(agency: string): boolean {
    return [...(this.#held.get(agency) ?? [])].some(({ isOpen }) => isOpen);
  }

  /** Sends a message over a connection held here; undefined if there is none. */
  async send({ agency, ...message }: Outgoing): Promise<Incoming | undefined> {
    const until = performance.now() + message.deadlineMs;
    const tried = new Set<Connection>();
    for (;;) {
      const [next] = [...(this.#held.get(agency) ?? [])]
        .filter((connection) => connection.isOpen && !tried.has(connection))
        .sort((one, other) => one.running - other.running);
      if (!next) return undefined;
      tried.add(next);
      const outcome = await next.send({ ...message, deadlineMs: Math.max(1, until - performance.now()) });
      if (outcome.kind !== 'NOT_TAKEN') return outcome;
    }
  }

  /**
   * Closes the connections of agencies that may no longer have one: suspended, removed, with another key, or listening at an
   * address again.
   */
  heed(agencies: Iterable<AgencyRow>): void {
    if (this.#held.size === 0) return;
    const current = new Map([...agencies].filter(mayDial).map((agency) => [agency.id, keyOf(agency)]));
    for (const [agency, held] of this.#held)
      for (const connection of held) if (current.get(agency) !== this.#keys.get(connection.dial.id)) connection.drop();
  }

  /** Accepts no further connections, and closes the existing ones when the messages under way have been answered. */
  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#timer);
    for (const connection of this.#judged) connection.drop();
    const held = this.#all();
    for (const connection of held) connection.retire();
    await Promise.all(held.map(({ closed }) => closed));
    await this.#parts.store.connections.end(held.map(({ dial }) => dial.id)).catch(() => undefined);
  }

  #all(): readonly Connection[] {
    return [...this.#held.values()].flatMap((of) => [...of]);
  }

  async #tell(): Promise<void> {
    const ids = this.#all().map(({ dial }) => dial.id);
    const { store, log } = this.#parts;
    try {
      if (ids.length > 0) {
        await store.connections.seen(ids);
        this.heed(await store.agencies.all());
      }
      this.#toldAt = performance.now();
    } catch (err) {
      log.error({ err }, 'could not record which agencies are connected');
      if (performance.now() - this.#toldAt > staleAfterMs) this.#letGo();
    }
  }

  /**
   * This replica cannot answer, and by now the others no longer know that its agencies are connected. So it lets them go, to dial
   * a replica that has its database. If replicas do not reach each other, agencies dial every one of them, and this would gain
   * nothing.
   */
  #letGo(): void {
    const { replicaUrl, log } = this.#parts;
    const held = this.#all().filter(({ isOpen }) => isOpen);
    if (replicaUrl === null || held.length === 0) return;
    log.warn('agencies are disconnected so that they connect to a replica that can reach its database');
    for (const connection of held) connection.retire();
  }
}

/** True if the agency takes part by dialling. */
export const mayDial = ({ state, url, publicKey }: AgencyRow): boolean =>
  state === 'ACTIVE' && url === dialsIn && publicKey !== null;

const keyOf = ({ publicKey }: AgencyRow): string => JSON.stringify(publicKey);
