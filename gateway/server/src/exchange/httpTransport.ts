import { Agent, request } from 'undici';
import type { Incoming, Transport } from './Transport.ts';

/** Limits of one hub towards one agency. */
export type HttpLimits = Readonly<{ connectionsPerAgency: number; maxAnswerBytes: number }>;

/** Agencies over HTTP, connections kept alive. Deadlines cancel; answers over the limit are dropped as they come. */
export function httpTransport({ connectionsPerAgency, maxAnswerBytes }: HttpLimits): Transport {
  const dispatcher = new Agent({ connections: connectionsPerAgency, pipelining: 1, connect: { timeout: 2_000 } });
  return {
    async send({ url, path, body, permit, deadlineMs }): Promise<Incoming> {
      const signal = AbortSignal.timeout(deadlineMs);
      try {
        const response = await request(`${url.replace(/\/$/, '')}${path}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            authorization: `Bearer ${permit}`,
          },
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
        return { kind: 'ANSWERED', status: response.statusCode, body: Buffer.concat(chunks).toString('utf8') };
      } catch {
        return { kind: signal.aborted ? 'TIMED_OUT' : 'UNREACHABLE' };
      }
    },
    close: () => dispatcher.close(),
  };
}
