import { type ClientHttp2Session, type ClientHttp2Stream, connect, constants } from 'node:http2';
import type { Socket } from 'node:net';
import { takesHeader } from '@accord/contract/bundle';
import { acceptedPing, type Dial, permitLengthHeader } from '@accord/contract/dial';
import { keepAlive } from '@accord/contract/keepAlive';
import { socketOver } from '@accord/contract/socketOver';
import { createWebSocketStream, type WebSocket } from 'ws';
import { AnswerBody } from '../AnswerBody.ts';
import { answered, type Incoming, type Outgoing } from '../Transport.ts';

/** Limits of one connection. */
export type ConnectionLimits = Readonly<{
  /** Bytes of one answer, unpacked. */
  maxAnswerBytes: number;
  /** True: the agency is asked for compressed answers. */
  compress: boolean;
  /** How often to ping the agency, in milliseconds. */
  pingMs: number;
}>;

/** What came of a message, or that the agency did not begin with it, so that another connection may try. */
export type Outcome = Incoming | Readonly<{ kind: 'NOT_TAKEN' }>;

type Opened = Readonly<{ socket: WebSocket; near: Socket }>;

/** Bytes that may be on their way to the hub unread: of one answer, and of all answers together. */
const [answerWindow, connectionWindow] = [1024 * 1024, 4 * 1024 * 1024];
/** How long a refused agency has to read why, in milliseconds. */
const farewellMs = 2_000;
/** Size limit of an answer's headers, in bytes. The hub reads only a few of them. */
const maxHeaderListSize = 16 * 1024;

/**
 * One connection that an agency dialled. On it the hub is the HTTP/2 client and the agency the server. HTTP/2 decides how
 * messages share the line, whose turn it is, and what happens to one that is given up.
 */
export class Connection {
  readonly dial: Dial;
  /** Resolves when nothing more can come over the connection. */
  readonly closed: Promise<void>;
  readonly #session: ClientHttp2Session;
  readonly #socket: WebSocket;
  readonly #limits: ConnectionLimits;
  #running = 0;

  private constructor(dial: Dial, { socket, near }: Opened, limits: ConnectionLimits) {
    this.dial = dial;
    this.#limits = limits;
    const session = connect('http://agency', {
      createConnection: () => near,
      settings: { enablePush: false, initialWindowSize: answerWindow, maxHeaderListSize },
    });
    session.once('connect', () => session.setLocalWindowSize(connectionWindow));
    // A broken line ends the session and every message under way; each message reports that itself.
    session.on('error', () => socket.terminate());
    this.closed = new Promise((resolve) => {
      session.once('close', () => {
        socket.terminate();
        resolve();
      });
    });
    keepAlive(session, socket, limits.pingMs);
    this.#session = session;
    this.#socket = socket;
  }

  /** A connection over a WebSocket that has just been opened. Rejects if the hub's machine has no socket left. */
  static async over(socket: WebSocket, dial: Dial, limits: ConnectionLimits): Promise<Connection> {
    const near = await socketOver(createWebSocketStream(socket));
    return new Connection(dial, { socket, near }, limits);
  }

  /** False if it accepts no further messages. */
  get isOpen(): boolean {
    return !this.#session.closed && !this.#session.destroyed;
  }

  /** Messages under way. */
  get running(): number {
    return this.#running;
  }

  /** Sends a message and waits for the answer, for the message's deadline at most. Never rejects. */
  async send(outgoing: Omit<Outgoing, 'agency' | 'url'>): Promise<Outcome> {
    if (!this.isOpen) return { kind: 'NOT_TAKEN' };
    this.#running += 1;
    try {
      return await this.#exchange(outgoing);
    } finally {
      this.#running -= 1;
    }
  }

  /** Reads what the agency publishes that is about nobody. Never rejects. */
  read(path: '/contract', deadlineMs: number): Promise<Outcome> {
    if (!this.isOpen) return Promise.resolve({ kind: 'NOT_TAKEN' });
    const stream = this.#session.request({ ':method': 'GET', ':path': path, accept: 'application/json' });
    stream.end();
    return this.#outcome(stream, deadlineMs);
  }

  #exchange({ path, body, permit, deadlineMs }: Omit<Outgoing, 'agency' | 'url'>): Promise<Outcome> {
    const stream = this.#session.request({
      ':method': 'POST',
      ':path': path,
      'content-type': 'application/json',
      accept: 'application/json',
      ...(this.#limits.compress && { 'accept-encoding': 'gzip' }),
      [permitLengthHeader]: String(Buffer.byteLength(permit)),
    });
    stream.write(permit);
    stream.end(body);
    return this.#outcome(stream, deadlineMs);
  }

  #outcome(stream: ClientHttp2Stream, deadlineMs: number): Promise<Outcome> {
    return new Promise((resolve) => {
      let body: AnswerBody | undefined;
      const settle = (outcome: Outcome): void => {
        clearTimeout(timer);
        body?.drop();
        resolve(outcome);
      };
      const giveUp = (outcome: Outcome): void => {
        settle(outcome);
        stream.close(constants.NGHTTP2_CANCEL);
      };
      const timer = setTimeout(() => giveUp({ kind: 'TIMED_OUT' }), deadlineMs);
      stream.on('response', (headers) => {
        const { ':status': status, [takesHeader]: takes, 'content-encoding': encoding } = headers;
        if (status === undefined) return;
        body = new AnswerBody(encoding, this.#limits.maxAnswerBytes, (read) =>
          read.kind === 'WHOLE' ? settle(answered(status, read.text, takes)) : giveUp(read),
        );
      });
      stream.on('data', (chunk: Buffer) => body?.add(chunk));
      // A stream that breaks off also ends; only one that the agency itself ended is an answer.
      stream.on('close', () => {
        if (body && isWhole(stream)) body.end();
        else settle({ kind: wasRefused(stream) ? 'NOT_TAKEN' : 'UNREACHABLE' });
      });
      stream.on('error', () => undefined);
    });
  }

  /** Tells the agency that it is asked over this connection from now on. */
  accept(): void {
    if (this.isOpen) this.#session.ping(Buffer.from(acceptedPing), () => undefined);
  }

  /** Closes the connection, and gives the reason in HTTP/2's own farewell (GOAWAY). */
  refuse(why: string): void {
    if (!this.isOpen) return;
    this.#session.goaway(constants.NGHTTP2_NO_ERROR, 0, Buffer.from(why));
    this.#session.close();
    setTimeout(() => this.drop(), farewellMs).unref();
  }

  /** Accepts no further messages; closes when those under way are answered. */
  retire(): void {
    if (this.isOpen) this.#session.close();
  }

  /** Closes at once. Messages under way come back as unreachable. */
  drop(): void {
    this.#socket.terminate();
  }
}

const isWhole = (stream: ClientHttp2Stream): boolean =>
  !stream.aborted && stream.readableEnded && stream.rstCode === constants.NGHTTP2_NO_ERROR;
/** The agency says that it never began with the message. */
const wasRefused = (stream: ClientHttp2Stream): boolean => stream.rstCode === constants.NGHTTP2_REFUSED_STREAM;
