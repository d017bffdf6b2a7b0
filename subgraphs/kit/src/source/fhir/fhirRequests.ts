import { setTimeout as wait } from 'node:timers/promises';
import type { Dispatcher, Pool } from 'undici';
import { FhirFault } from './FhirFault.ts';
import { issuesIn, parse } from './readBundle.ts';

type Given = Readonly<{
  pool: Pool;
  base: URL;
  authorization: (() => Promise<string>) | undefined;
  mostBytes: number;
  longestUrl: number;
}>;

/** Sends one search and gives the text of its answer. Throws a `FhirFault` where there is none. */
export type FhirRequest = (url: URL, type: string, signal: AbortSignal) => Promise<string>;

const mostTries = 3;
const usualPauseMs = 250;

/**
 * Searches over HTTP, short ones by GET and long ones by POST. https://hl7.org/fhir/R4/http.html#search
 *
 * A server that is busy (429, 503) is asked again after the time it names, while the deadline allows. Redirections are not followed.
 */
export function fhirRequests({ pool, base, authorization, mostBytes, longestUrl }: Given): FhirRequest {
  const send = async (url: URL, type: string, signal: AbortSignal): Promise<Dispatcher.ResponseData> => {
    // "strict": a parameter the server does not know is refused; ignored, it would find everybody.
    const headers = {
      accept: 'application/fhir+json',
      prefer: 'handling=strict',
      ...(authorization && { authorization: await authorization() }),
    };
    const plain = `${base.pathname.replace(/\/$/, '')}/${type}`;
    if (url.href.length <= longestUrl || url.pathname !== plain)
      return pool.request({ method: 'GET', path: `${url.pathname}${url.search}`, headers, signal });
    return pool.request({
      ...{ method: 'POST', path: `${plain}/_search`, body: url.searchParams.toString(), signal },
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    });
  };

  const sendUntilAnswered = async (url: URL, type: string, signal: AbortSignal): Promise<string> => {
    for (let tries = 1; ; tries += 1) {
      const response = await send(url, type, signal);
      const text = await textOf(response, mostBytes);
      const { statusCode: status, headers } = response;
      if (status === 200) return text;
      const busy = status === 429 || status === 503;
      if (!busy || tries === mostTries)
        throw new FhirFault(
          busy ? 'FHIR_BUSY' : 'FHIR_REFUSED',
          `The FHIR server answered ${status} to a search of ${type}${saidBy(text)}.`,
        );
      await wait(pauseMs(headers['retry-after']), undefined, { signal });
    }
  };

  return async (url, type, signal) => {
    try {
      return await sendUntilAnswered(url, type, signal);
    } catch (error) {
      if (error instanceof FhirFault) throw error;
      if (signal.aborted) throw new FhirFault('FHIR_TIMED_OUT', `A search of ${type} was not answered in time.`);
      throw new FhirFault(
        'FHIR_UNREACHABLE',
        `The FHIR server could not be reached, or closed the connection, during a search of ${type}.`,
      );
    }
  };
}

async function textOf({ body }: Dispatcher.ResponseData, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > mostBytes) {
      body.destroy();
      throw new FhirFault('FHIR_UNREADABLE', `A page of a FHIR server is longer than ${mostBytes} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The codes of an OperationOutcome, never its words. */
function saidBy(text: string): string {
  try {
    const codes = issuesIn(parse(text)).map(({ code }) => code);
    return codes.length > 0 ? ` (${codes.join(', ')})` : '';
  } catch {
    return '';
  }
}

/** Seconds, or a date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function pauseMs(header: string | string[] | undefined): number {
  const text = String(header ?? '');
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1_000;
  const until = Date.parse(text);
  return Number.isNaN(until) ? usualPauseMs : Math.max(until - Date.now(), 0);
}
