/** What goes to an agency. */
export type Outgoing = Readonly<{
  agency: string;
  url: string;
  path: '/graphql' | '/linkage/encode' | '/writes';
  body: string;
  permit: string;
  deadlineMs: number;
}>;

/** What comes back, or how it failed. It never includes an agency's own error text. */
export type Incoming =
  | Readonly<{
      kind: 'ANSWERED';
      status: number;
      body: string;
      /** What the agency says it accepts (`takesHeader`); absent if it says nothing. */
      takes?: string;
    }>
  | Readonly<{ kind: 'TIMED_OUT' }>
  | Readonly<{ kind: 'UNREACHABLE' }>
  | Readonly<{ kind: 'TOO_LARGE' }>;

/** The way to the agencies: over HTTP, or in process in tests. */
export type Transport = Readonly<{
  send(outgoing: Outgoing): Promise<Incoming>;
  close(): Promise<void>;
}>;

/** An answer that came, with what the agency says it accepts. */
export const answered = (status: number, body: string, takes: unknown): Extract<Incoming, { kind: 'ANSWERED' }> => ({
  ...{ kind: 'ANSWERED', status, body },
  ...(typeof takes === 'string' && { takes }),
});
