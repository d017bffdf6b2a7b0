import type { Told } from '../metrics/Counts.ts';
import type { HubSettings } from '../serveHub.ts';

/** Turns that one process gave, by what is counted and by key: what goes on top of what the others have counted. */
export type TurnsTaken = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** One of the processes, as the others know it: its own door on this machine, and the agencies whose connections it holds. */
export type Sibling = Readonly<{ door: string; agencies: readonly string[] }>;

/** What a process of the hub says to the first one, which runs them. */
export type WordUp =
  /** It has started, and takes what it is to serve. */
  | Readonly<{ kind: 'STARTED' }>
  | Readonly<{ kind: 'LISTENS'; url: string; door: string }>
  /** It cannot serve. `sentence`: what whoever runs the hub can mend; null: it is in the log. */
  | Readonly<{ kind: 'FAILED'; sentence: string | null }>
  | Readonly<{ kind: 'TURNS'; taken: TurnsTaken }>
  | Readonly<{ kind: 'HOLDS'; agencies: readonly string[] }>
  /** A program of an agency has connected: an older connection of it, elsewhere, is over. */
  | Readonly<{ kind: 'CONNECTED'; agency: string; program: string }>
  | Readonly<{ kind: 'COMPARE' }>
  | Readonly<{ kind: 'SEARCH'; id: number; clk: Uint8Array }>
  /** `found` is null where the search failed. */
  | Readonly<{ kind: 'FOUND'; id: number; found: ReadonlyMap<string, number> | null }>
  /** What it has counted, asked with this id. */
  | Readonly<{ kind: 'COUNTED'; id: number; told: Told }>
  /** Whatever it was asked has been answered. */
  | Readonly<{ kind: 'ANSWERED' }>;

/** What the first process says to one that serves. */
export type WordDown =
  | Readonly<{ kind: 'SERVE'; settings: HubSettings }>
  | Readonly<{ kind: 'SIBLINGS'; siblings: readonly Sibling[] }>
  | Readonly<{ kind: 'STOP' }>
  | Readonly<{ kind: 'TELL_COUNTS'; id: number }>
  /** Nobody is being answered any more, in no process: connections to agencies may be closed. */
  | Readonly<{ kind: 'ALL_ANSWERED' }>
  | Extract<WordUp, { kind: 'TURNS' | 'CONNECTED' | 'COMPARE' | 'SEARCH' | 'FOUND' }>;
