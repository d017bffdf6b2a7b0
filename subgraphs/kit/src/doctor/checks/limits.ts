import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { broken, type Check, type Examined, holds, skipped, warning, withRecords } from '../Check.ts';
import { entitiesOf, inWords, retryAfterMs } from '../PlayedHub.ts';
import { askAll } from './batching.ts';

const connectionsAtOnce = 50;
const page = 200;
const smallQuestion = JSON.stringify({ query: '{ _entities(representations: []) { __typename } }' });

/** Limits and time-outs. */
export const limitChecks: readonly Check[] = [
  {
    id: 'limits.slow',
    rule: 'A request that trickles in is cut off',
    asked: 'a request whose body arrives a byte at a time',
    mend: 'Limit the time a request may take to arrive (`requestTimeout`), in the agency and in any proxy before it.',
    beside: true,
    async run({ url, patienceMs }) {
      const cutOff = await trickle(url, patienceMs);
      return cutOff
        ? holds('It is.')
        : broken(`The agency was still waiting after ${Math.round(patienceMs / 1000)} seconds.`);
    },
  },
  {
    id: 'limits.deadline',
    rule: 'A page of records is answered in time and in full',
    asked: `every field of up to ${page} records`,
    mend: 'Load the rows of all records at once, with an index on the column that names the record. `accord-agency check` finds slow tables.',
    run: withRecords(async (agency, records) => {
      const numbers = records.slice(0, page);
      const heard = await askAll(agency, numbers);
      const entities = entitiesOf(heard);
      if (!entities)
        return broken(`It answered with ${inWords(heard)}; the hub waits ${agency.deadlineMs / 1000} seconds.`);
      return entities.length === numbers.length
        ? holds('It is.')
        : broken(`${entities.length} of ${numbers.length} records came.`);
    }),
  },
  {
    id: 'limits.many',
    rule: 'Many questions at once are answered, or told to come back later',
    asked: `${connectionsAtOnce} questions at once`,
    mend: 'Under too much load, answer 429 or 503 with `Retry-After`; the hub then tries again.',
    async run({ hub }) {
      const heard = await Promise.all(
        Array.from({ length: connectionsAtOnce }, async () => {
          const headers = {
            'content-type': 'application/json',
            authorization: `Bearer ${await hub.permit(smallQuestion)}`,
          };
          return hub.sendOnce({ body: smallQuestion, headers });
        }),
      );
      const answered = heard.filter((one) => entitiesOf(one));
      const later = heard.filter((one) => one.kind === 'ANSWERED' && retryAfterMs(one) !== undefined);
      const lost = heard.find((one) => !answered.includes(one) && !later.includes(one));
      if (lost)
        return broken(
          `${connectionsAtOnce - answered.length - later.length} of ${connectionsAtOnce} got ${inWords(lost)}.`,
        );
      return holds(`${answered.length} were answered, ${later.length} told to come back.`);
    },
  },
  {
    id: 'limits.keptOpen',
    rule: 'A connection serves one question after another',
    asked: 'two questions over one connection',
    mend: 'Keep connections open (`keep-alive`), in the agency and in any proxy before it.',
    async run(agency) {
      const reused = await secondIsReused(agency);
      if (reused === undefined) return skipped('No answer came.');
      return reused ? holds('It does.') : warning('Each question needs its own connection.');
    },
  },
];

/** Sends the beginning of a body and then a byte now and then; true where that is cut off. */
function trickle(url: URL, patienceMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(new URL('/graphql', url), {
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/json', 'content-length': '100000' },
    });
    const more = setInterval(() => request.write(' '), Math.max(20, patienceMs / 40));
    const end = (cutOff: boolean): void => {
      clearInterval(more);
      clearTimeout(giveUp);
      request.destroy();
      resolve(cutOff);
    };
    const giveUp = setTimeout(end, patienceMs, false);
    request.on('response', (response) => {
      response.resume();
      end(true);
    });
    request.on('error', () => end(true));
    request.on('close', () => end(true));
    request.write('{');
  });
}

/** True where the second of two requests went over the connection of the first. */
async function secondIsReused({ url, deadlineMs }: Examined): Promise<boolean | undefined> {
  const https = url.protocol === 'https:';
  const agent = https
    ? new HttpsAgent({ keepAlive: true, maxSockets: 1 })
    : new HttpAgent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<boolean | undefined>((resolve) => {
      const request = (https ? httpsRequest : httpRequest)(new URL('/health', url), { agent, timeout: deadlineMs });
      request.on('response', (response) => {
        response.resume();
        response.on('end', () => setImmediate(resolve, request.reusedSocket));
      });
      request.on('timeout', () => request.destroy());
      request.on('error', () => resolve(undefined));
      request.end();
    });
  try {
    return (await ask()) === undefined ? undefined : await ask();
  } finally {
    agent.destroy();
  }
}
