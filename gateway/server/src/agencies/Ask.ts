import type { Incoming, Outgoing } from '../exchange/Transport.ts';

/** The way to inspect one agency: over HTTP, or over the connection that it dialled. */
export type Ask = Readonly<{
  /** What messages call it. */
  name: string;
  /** Reads `GET /contract`. Never rejects; `AWAY` says why nothing came. `date`: the agency's clock (HTTP's `Date`), if it sends it. */
  contract(
    deadlineMs: number,
  ): Promise<
    | Readonly<{ kind: 'ANSWERED'; status: number; body: string; date?: string }>
    | Readonly<{ kind: 'AWAY'; why: string }>
  >;
  /** Sends a message. Never rejects. */
  send(message: Omit<Outgoing, 'agency' | 'url'>): Promise<Incoming>;
}>;

/** Largest contract to read, in bytes. */
export const contractBytes = 1_000_000;
