/** A session that may be asked whether the other side is there: Node's own of HTTP/2. */
export type Pinged = Readonly<{
  destroyed: boolean;
  ping(answered: (error: Error | null) => void): boolean;
  once(event: 'close', listener: () => void): unknown;
}>;

/** What a session goes over: a WebSocket. */
export type Line = Readonly<{
  on(event: 'message', listener: () => void): unknown;
  /** Ends it without waiting for the other side. */
  terminate(): void;
}>;

/**
 * Ends a line whose other side has gone without a word: a machine that lost its power or network, and a firewall that forgot the
 * connection, send nothing that says so.
 *
 * Every `everyMs` milliseconds the other side is asked. Whoever neither answers nor sends anything else until the next time is
 * gone, so that it is noticed after `2 * everyMs` at most.
 */
export function keepAlive(session: Pinged, line: Line, everyMs: number): void {
  let isThere = true;
  const note = (): void => {
    isThere = true;
  };
  line.on('message', note);
  const timer = setInterval(() => {
    if (!isThere) return line.terminate();
    isThere = false;
    if (!session.destroyed) session.ping((error) => error ?? note());
  }, everyMs);
  session.once('close', () => clearInterval(timer));
}
