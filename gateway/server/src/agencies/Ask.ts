import type { Incoming, Outgoing } from '../exchange/Transport.ts';

/** The way to one agency, to look at it: over HTTP, or over the connection that it dialled. */
export type Ask = Readonly<{
  /** What sentences call it. */
  name: string;
  /** Reads `GET /contract`. Never rejects; `AWAY` says why nothing came. `date`: what the agency's clock says (HTTP's `Date`), where it tells. */
  contract(
    deadlineMs: number,
  ): Promise<
    | Readonly<{ kind: 'ANSWERED'; status: number; body: string; date?: string }>
    | Readonly<{ kind: 'AWAY'; why: string }>
  >;
  /** Sends a message. Never rejects. */
  send(message: Omit<Outgoing, 'agency' | 'url'>): Promise<Incoming>;
}>;

/** Largest contract that is read, in bytes. */
export const contractBytes = 1_000_000;
