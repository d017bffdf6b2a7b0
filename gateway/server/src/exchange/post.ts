import { type Dispatcher, request } from 'undici';

/** A message over HTTP, and what it may cost. */
export type Posted = Readonly<{
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  deadlineMs: number;
  /** Bytes of the answer; one over it is dropped as it comes. */
  maxAnswerBytes: number;
  dispatcher: Dispatcher;
}>;

/** What came back whole, or how it failed. */
export type Came =
  | Readonly<{ kind: 'ANSWERED'; status: number; headers: Readonly<Record<string, unknown>>; body: string }>
  | Readonly<{ kind: 'TIMED_OUT' | 'UNREACHABLE' | 'TOO_LARGE' }>;

/** Posts JSON and waits for the whole answer. The deadline cancels. Never rejects. */
export async function post({ url, headers, body, deadlineMs, maxAnswerBytes, dispatcher }: Posted): Promise<Came> {
  const signal = AbortSignal.timeout(deadlineMs);
  try {
    const response = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body,
      signal,
      dispatcher,
    });
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      size += chunk.length;
      if (size > maxAnswerBytes) {
        response.body.destroy();
        return { kind: 'TOO_LARGE' };
      }
      chunks.push(chunk);
    }
    const whole = Buffer.concat(chunks).toString('utf8');
    return { kind: 'ANSWERED', status: response.statusCode, headers: response.headers, body: whole };
  } catch {
    return { kind: signal.aborted ? 'TIMED_OUT' : 'UNREACHABLE' };
  }
}
