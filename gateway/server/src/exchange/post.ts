import { keep } from '@accord/execution/keep';
import type { Dispatcher } from 'undici';
import { AnswerBody, type BodyRead } from './AnswerBody.ts';

/** A message over HTTP, with its limits. */
export type Posted = Readonly<{
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  deadlineMs: number;
  /** Largest answer in bytes, unpacked; a larger one is dropped while it arrives. */
  maxAnswerBytes: number;
  dispatcher: Dispatcher;
}>;

/** A whole answer, or how it failed. */
export type Came =
  | Readonly<{ kind: 'ANSWERED'; status: number; headers: Readonly<Record<string, unknown>>; body: string }>
  | Readonly<{ kind: 'TIMED_OUT' | 'UNREACHABLE' | 'TOO_LARGE' }>;

/** Parsed addresses to cache: one for each agency, times the paths it serves. */
const addressesKept = 4_000;

const addressOf = keep((url) => {
  const { origin, pathname, search } = new URL(url);
  return { origin, path: `${pathname}${search}` };
}, addressesKept);

/**
 * Posts JSON and waits for the whole answer. The deadline cancels. Never rejects.
 *
 * Uses undici's own handlers rather than its `request`: an answer that is wanted whole needs no stream, and one timer costs less
 * than a signal.
 */
export function post({ url, headers, body, deadlineMs, maxAnswerBytes, dispatcher }: Posted): Promise<Came> {
  return new Promise((resolve) => {
    const answer = new WholeAnswer(maxAnswerBytes, deadlineMs, resolve);
    try {
      dispatcher.dispatch(
        {
          ...{ ...addressOf(url), method: 'POST', body },
          headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        },
        answer,
      );
    } catch {
      answer.onResponseError();
    }
  });
}

/**
 * How many interim responses (RFC 9110, 15.2) may come before an answer. Proxies send a few; an agency could send them for as long as it is
 * waited for.
 */
const mostInterim = 16;

/** Collects one answer, and settles once. */
class WholeAnswer implements Dispatcher.DispatchHandler {
  readonly #mostBytes: number;
  readonly #settle: (came: Came) => void;
  readonly #deadline: NodeJS.Timeout;
  #body: AnswerBody | undefined;
  #interim = 0;
  #status = 0;
  #headers: Readonly<Record<string, unknown>> = {};
  #controller: Dispatcher.DispatchController | undefined;
  #isSettled = false;

  constructor(mostBytes: number, deadlineMs: number, settle: (came: Came) => void) {
    this.#mostBytes = mostBytes;
    this.#settle = settle;
    this.#deadline = setTimeout(() => this.#giveUp('TIMED_OUT'), deadlineMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // The deadline may have passed while the request waited for a connection.
    if (this.#isSettled) controller.abort(new Error('Nobody is waiting for this answer any more.'));
    this.#controller = controller;
  }

  onResponseStart(_: unknown, status: number, headers: Readonly<Record<string, unknown>>): void {
    if (status < 200) {
      this.#interim += 1;
      if (this.#interim > mostInterim) this.#giveUp('UNREACHABLE');
      return;
    }
    this.#status = status;
    this.#headers = headers;
    this.#body = new AnswerBody(headers['content-encoding'], this.#mostBytes, (read) => this.#read(read));
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    this.#body?.add(chunk);
  }

  onResponseEnd(): void {
    this.#body?.end();
  }

  onResponseError(): void {
    this.#end({ kind: 'UNREACHABLE' });
  }

  #read(read: BodyRead): void {
    if (read.kind !== 'WHOLE') this.#giveUp(read.kind);
    else this.#end({ kind: 'ANSWERED', status: this.#status, headers: this.#headers, body: read.text });
  }

  #giveUp(kind: 'TIMED_OUT' | 'TOO_LARGE' | 'UNREACHABLE'): void {
    this.#end({ kind });
    // If the whole answer has already come, this cuts nothing.
    this.#controller?.abort(new Error('The answer came too late, was too large, or could not be decompressed.'));
  }

  #end(came: Came): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    clearTimeout(this.#deadline);
    this.#body?.drop();
    this.#settle(came);
  }
}
