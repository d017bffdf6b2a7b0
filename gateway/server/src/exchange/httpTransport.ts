import { takesHeader } from '@accord/contract/bundle';
import { Agent } from 'undici';
import { acceptFrom, type CompressAgencies } from './acceptFrom.ts';
import { post } from './post.ts';
import { answered, type Incoming, type Transport } from './Transport.ts';

/** Connections to one agency by default: four times as many as the requests that an agency answers at once by default. */
export const usualAgencyConnections = 32;

/** Limits of one hub towards one agency. */
export type HttpLimits = Readonly<{
  connectionsPerAgency: number;
  /** Bytes of one answer, unpacked. */
  maxAnswerBytes: number;
  /** If left out, no agency is asked for compressed answers. */
  compress?: CompressAgencies;
}>;

/**
 * Sends to agencies over HTTP, with connections kept alive. Deadlines cancel, and answers over the limit are dropped while they
 * arrive. If all connections to an agency are busy, a message waits for one, within its deadline.
 *
 * Not pipelined. Eight in a row on each of 4 connections had 0.98 (0.80 to 1.39) times the throughput of one each on 32, for 1.04
 * (0.94 to 1.19) times the agency's CPU time and 0.91 (0.75 to 1.18) times the hub's: the wait is for the agency's work
 * (`npm run bench -- transport`). A late one also holds up those behind it. If it is given up, its connection is cut and undici
 * sends the others again, under permits that have been used.
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
