import type { Transport } from '../exchange/Transport.ts';
import { type Ask, contractBytes } from './Ask.ts';

/** The way to inspect an agency that listens. Without a transport, it can only be asked for its contract. */
export function askOverHttp(
  { id, url }: Readonly<{ id: string; url: string }>,
  transport?: Pick<Transport, 'send'>,
): Ask {
  return {
    name: url,
    async contract(deadlineMs) {
      const away = (why: string) => ({ kind: 'AWAY', why }) as const;
      const address = addressOf(url);
      if (!address) return away(`"${url}" is not an address. Give one such as https://agency.example:4001.`);
      const signal = AbortSignal.timeout(deadlineMs);
      try {
        const response = await fetch(address, { signal, redirect: 'error', headers: { accept: 'application/json' } });
        const date = response.headers.get('date');
        return { kind: 'ANSWERED', status: response.status, body: await textWithin(response), ...(date && { date }) };
      } catch {
        return away(
          signal.aborted
            ? `${url} did not answer within ${deadlineMs / 1_000} seconds.`
            : `${url} cannot be reached. Start the agency, or give the address at which this machine can reach it.`,
        );
      }
    },
    send: async (message) => transport?.send({ ...message, agency: id, url }) ?? { kind: 'UNREACHABLE' },
  };
}

function addressOf(url: string): URL | undefined {
  const base = URL.canParse(url) ? new URL(url) : undefined;
  if (!base || !['http:', 'https:'].includes(base.protocol)) return undefined;
  return new URL(`${base.href.replace(/\/$/, '')}/contract`);
}

/** Returns the body's text; empty if it is too long. */
async function textWithin({ body }: Response): Promise<string> {
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > contractBytes) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
