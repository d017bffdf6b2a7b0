import { takesHeader } from '@accord/contract/bundle';
import { Agent } from 'undici';
import { acceptFrom, type CompressAgencies } from './acceptFrom.ts';
import { post } from './post.ts';
import { answered, type Incoming, type Transport } from './Transport.ts';

/** Connections to one agency unless the operator says otherwise: four times as many as an agency answers at one time unless its own says so. */
export const usualAgencyConnections = 32;

/** Limits of one hub towards one agency. */
export type HttpLimits = Readonly<{
  connectionsPerAgency: number;
  /** Bytes of one answer, unpacked. */
  maxAnswerBytes: number;
  /** Left out: no answer is asked for compressed. */
  compress?: CompressAgencies;
}>;

/**
 * Agencies over HTTP, connections kept alive. Deadlines cancel; answers over the limit are dropped as they come. Where all connections to
 * an agency are busy, a message waits for one, within its deadline.
 */
export function httpTransport({ connectionsPerAgency, maxAnswerBytes, compress = 'no' }: HttpLimits): Transport {
  const acceptOf = acceptFrom(compress);
  const dispatcher = new Agent({ connections: connectionsPerAgency, pipelining: 1, connect: { timeout: 2_000 } });
  return {
    async send({ url, path, body, permit, deadlineMs }): Promise<Incoming> {
      const came = await post({
        url: `${url.replace(/\/$/, '')}${path}`,
        headers: { authorization: `Bearer ${permit}`, ...acceptOf(url) },
        ...{ body, deadlineMs, maxAnswerBytes, dispatcher },
      });
      return came.kind === 'ANSWERED' ? answered(came.status, came.body, came.headers[takesHeader]) : came;
    },
    close: () => dispatcher.close(),
  };
}
