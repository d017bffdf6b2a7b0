import type { Transport } from '../exchange/Transport.ts';
import type { Counts } from './Counts.ts';

/** Wraps a transport so that each message to an agency is counted. */
export function countAgencies(transport: Transport, counts: Pick<Counts, 'asked'>): Transport {
  return {
    async send(outgoing) {
      const begun = performance.now();
      const incoming = await transport.send(outgoing);
      counts.asked(outgoing, incoming, (performance.now() - begun) / 1_000);
      return incoming;
    },
    close: () => transport.close(),
  };
}
