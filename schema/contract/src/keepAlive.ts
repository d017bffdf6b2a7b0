/** A session that can ask whether the other side is still there: Node's own HTTP/2 session. */
export type Pinged = Readonly<{
  destroyed: boolean;
  ping(answered: (error: Error | null) => void): boolean;
  once(event: 'close', listener: () => void): unknown;
}>;

/** What a session runs over: a WebSocket. */
export type Line = Readonly<{
  on(event: 'message', listener: () => void): unknown;
  /** Ends it without waiting for the other side. */
  terminate(): void;
}>;

/**
 * Ends a line whose other side has disappeared silently: a machine that lost power or network, or a firewall that dropped the
 * connection, sends no notice.
 *
 * The other side is pinged every `everyMs` milliseconds. If it has neither answered nor sent anything else by the next ping,
 * the line is ended, so a loss is noticed within `2 * everyMs`.
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
