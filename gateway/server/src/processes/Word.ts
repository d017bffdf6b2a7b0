import type { Told } from '../metrics/Counts.ts';
import type { HubSettings } from '../serveHub.ts';

/** Turns that one process gave, by kind of count and key; the others add them to their own counts. */
export type TurnsTaken = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** One process as the others know it: its door on this machine, and the agencies whose connections it holds. */
export type Sibling = Readonly<{ door: string; agencies: readonly string[] }>;

/** What a process of the hub says to the first one, which runs them. */
export type WordUp =
  /** It has started and is ready for its settings. */
  | Readonly<{ kind: 'STARTED' }>
  | Readonly<{ kind: 'LISTENS'; url: string; door: string }>
  /** It cannot serve. `sentence`: what the operator can fix; null: the reason is in the log. */
  | Readonly<{ kind: 'FAILED'; sentence: string | null }>
  | Readonly<{ kind: 'TURNS'; taken: TurnsTaken }>
  | Readonly<{ kind: 'HOLDS'; agencies: readonly string[] }>
  /** An agency's program has connected here: any older connection it has elsewhere is over. */
  | Readonly<{ kind: 'CONNECTED'; agency: string; program: string }>
  | Readonly<{ kind: 'COMPARE' }>
  | Readonly<{ kind: 'SEARCH'; id: number; clk: Uint8Array }>
  /** `found` is null where the search failed. */
  | Readonly<{ kind: 'FOUND'; id: number; found: ReadonlyMap<string, number> | null }>
  /** Its counts, in answer to the request with this id. */
  | Readonly<{ kind: 'COUNTED'; id: number; told: Told }>
  /** It has finished answering everything it was asked. */
  | Readonly<{ kind: 'ANSWERED' }>;

/** What the first process says to one that serves. */
export type WordDown =
  | Readonly<{ kind: 'SERVE'; settings: HubSettings }>
  | Readonly<{ kind: 'SIBLINGS'; siblings: readonly Sibling[] }>
  | Readonly<{ kind: 'STOP' }>
  | Readonly<{ kind: 'TELL_COUNTS'; id: number }>
  /** No process is answering any more: connections to agencies may be closed. */
  | Readonly<{ kind: 'ALL_ANSWERED' }>
  | Extract<WordUp, { kind: 'TURNS' | 'CONNECTED' | 'COMPARE' | 'SEARCH' | 'FOUND' }>;
