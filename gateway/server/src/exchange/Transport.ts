/** What goes to an agency. */
export type Outgoing = Readonly<{
  agency: string;
  url: string;
  path: '/graphql' | '/linkage/encode';
  body: string;
  permit: string;
  deadlineMs: number;
}>;

/** What comes back, or how it failed. An agency's own error text is not part of it. */
export type Incoming =
  | Readonly<{ kind: 'ANSWERED'; status: number; body: string }>
  | Readonly<{ kind: 'TIMED_OUT' }>
  | Readonly<{ kind: 'UNREACHABLE' }>
  | Readonly<{ kind: 'TOO_LARGE' }>;

/** The way to the agencies: over HTTP, or in process in tests. */
export type Transport = Readonly<{
  send(outgoing: Outgoing): Promise<Incoming>;
  close(): Promise<void>;
}>;
