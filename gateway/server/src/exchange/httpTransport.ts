import { takesHeader } from '@accord/contract/bundle';
import { Agent } from 'undici';
import { post } from './post.ts';
import { answered, type Incoming, type Transport } from './Transport.ts';

/** Limits of one hub towards one agency. */
export type HttpLimits = Readonly<{ connectionsPerAgency: number; maxAnswerBytes: number }>;

/** Agencies over HTTP, connections kept alive. Deadlines cancel; answers over the limit are dropped as they come. */
export function httpTransport({ connectionsPerAgency, maxAnswerBytes }: HttpLimits): Transport {
  const dispatcher = new Agent({ connections: connectionsPerAgency, pipelining: 1, connect: { timeout: 2_000 } });
  return {
    async send({ url, path, body, permit, deadlineMs }): Promise<Incoming> {
      const came = await post({
        url: `${url.replace(/\/$/, '')}${path}`,
        headers: { authorization: `Bearer ${permit}` },
        ...{ body, deadlineMs, maxAnswerBytes, dispatcher },
      });
      return came.kind === 'ANSWERED' ? answered(came.status, came.body, came.headers[takesHeader]) : came;
    },
    close: () => dispatcher.close(),
  };
}
