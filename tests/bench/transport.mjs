// `npm run bench -- transport [--quick] [--only plain,gzip] [--json FILE]`: one agency of the kit (Wattle's tables, guard and permits on),
// which gets HTTP requests as the hub sends them: answers plain or with gzip, over many connections or few, and with several requests in
// flight on one connection (pipelining). Hub and agency are on this machine, so the network time that gzip saves does not show. Its cost
// does: CPU time on both sides.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintPermit } from '@accord/contract/permit';
import { categoryCodes } from '@accord/contract/vocabulary';
import { httpTransport } from '@accord/server/exchange/httpTransport';
import { post } from '@accord/server/exchange/post';
import { exportJWK, generateKeyPair } from 'jose';
import { Agent } from 'undici';
import { endChildren, forked } from './lib/children.mjs';
import { medians, ratioOf, shown } from './lib/figures.mjs';
import { said } from './lib/options.mjs';
import { pin } from './lib/pin.mjs';
import { processorMs } from './lib/processorMs.mjs';
import { inTurn, machine, runThenClose, wantedOf, writeResults } from './lib/results.mjs';

const [rounds, atOnce] = said('quick') ? [3, 32] : [7, 32];
const maxAnswerBytes = 32 * 1024 * 1024;
const fields = `identity { name { given family } dateOfBirth } contact { phone } involvement { programme worker { name phone } }
  needs { id about code identifiedOn } alerts { id about code severity certainty status text raisedOn }`;
const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord { ${fields} } } }`;
const requester = { user: 'kim', role: 'PRACTITIONER', agency: 'heron', purpose: 'SERVICE_COORDINATION' };

const direct = (connectionsPerAgency, compress) => httpTransport({ connectionsPerAgency, maxAnswerBytes, compress });
/** Something that the hub does not do: several requests in flight on one connection, each as if it could be sent twice. */
function pipelined(connections, pipelining) {
  const agent = new Agent({ connections, pipelining });
  // Without `blocking: false`, undici sends nothing after a request until its answer has begun.
  const how = { idempotent: true, blocking: false };
  const dispatcher = { dispatch: (options, handler) => agent.dispatch({ ...options, ...how }, handler) };
  return {
    send: ({ url, path, body, permit, deadlineMs }) =>
      post({
        ...{ url: `${url}${path}`, headers: { authorization: `Bearer ${permit}` } },
        ...{ body, deadlineMs, maxAnswerBytes, dispatcher },
      }),
    close: () => agent.close(),
  };
}
const ways = {
  plain: direct(32, 'no'),
  gzip: direct(32, 'yes'),
  'plain, 4 connections': direct(4, 'no'),
  'pipelined 8, 4 connections': pipelined(4, 8),
  'pipelined 4, 32 connections': pipelined(32, 4),
};

const folder = mkdtempSync(join(tmpdir(), 'accord-bench-transport-'));
const { privateKey: key, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
const hubKey = { ...(await exportJWK(publicKey)), kid: 'hub-1' };

async function run() {
  pin(process.pid, 'others');
  const env = { ACCORD_AGENCY: JSON.stringify({ file: join(folder, 'wattle.sqlite'), hubKey }) };
  const agency = await forked('transportAgency.mjs', { env, part: 'measured' });
  console.log(machine);
  console.log(
    `${atOnce} questions at a time, ${rounds} rounds in turn after one of warm-up; medians, least to most in brackets\n`,
  );
  const results = {};
  for (const [records, questions] of said('quick')
    ? [
        [1, 600],
        [50, 200],
      ]
    : [
        [1, 1_000],
        [50, 200],
        [200, 60],
      ]) {
    const names = wantedOf(Object.keys(ways));
    const ask = async (name) => askAll(ways[name], agency, await messages(agency, records, questions));
    const measured = await inTurn(names, { rounds, warmUp: ask, measure: ask });
    results[records] = Object.fromEntries(
      names.map((name, at) => {
        const figures = Object.fromEntries(
          ['agencyMs', 'hubMs', 'p50', 'perSecond'].map((of) => [of, ratioOf(measured[at], measured[0], of)]),
        );
        return [name, { ...medians(measured[at]), besideFirst: figures }];
      }),
    );
    console.log(`${records} records, ${(results[records][names[0]].bytes / 1024).toFixed(1)} KiB an answer`);
    for (const [name, { agencyMs, hubMs, p50, perSecond, besideFirst }] of Object.entries(results[records]))
      console.log(
        `  ${name.padEnd(28)} processor: agency ${agencyMs.toFixed(3)} ms, hub ${hubMs.toFixed(3)} ms; p50 ${p50.toFixed(1)} ms; ${perSecond.toFixed(0)}/s;  beside ${names[0]}: agency ${shown(besideFirst.agencyMs)}, hub ${shown(besideFirst.hubMs)}, p50 ${shown(besideFirst.p50)}, requests/s ${shown(besideFirst.perSecond)}`,
      );
    console.log();
  }
  writeResults({ rounds, atOnce }, results);
}

/** This many requests, for different records each, with their permits: made before the measurement starts. */
function messages({ url, numbers }, records, count) {
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const ids = Array.from({ length: records }, (_, nth) => numbers[(n * records + nth) % numbers.length]);
      const variables = { representations: ids.map((id) => ({ __typename: 'AgencyRecord', id })) };
      const body = JSON.stringify({ query, variables });
      const releases = [{ records: ids, categories: categoryCodes, basis: 'CONSENT' }];
      const now = Math.floor(Date.now() / 1000);
      const permit = await mintPermit(
        { requester, releases, figures: false },
        { agency: 'wattle', body, key, kid: 'hub-1', now, id: randomUUID() },
      );
      return { agency: 'wattle', url, path: '/graphql', body, permit, deadlineMs: 30_000 };
    }),
  );
}

const ownMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

async function askAll(way, { pid }, asked) {
  const times = [];
  let next = 0;
  let bytes = 0;
  const before = [processorMs(pid), ownMs()];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < asked.length) {
        const message = asked[next];
        next += 1;
        const sent = performance.now();
        const came = await way.send(message);
        if (came.kind !== 'ANSWERED' || came.status !== 200) throw new Error(JSON.stringify(came).slice(0, 300));
        times.push(performance.now() - sent);
        bytes += came.body.length;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  const [agencyMs, hubMs] = [processorMs(pid), ownMs()].map((ms, at) => (ms - before[at]) / asked.length);
  return {
    ...{ agencyMs, hubMs, perSecond: asked.length / seconds, bytes: bytes / asked.length },
    p50: times.sort((one, other) => one - other)[Math.floor(times.length / 2)],
  };
}

await runThenClose(run, async () => {
  for (const way of Object.values(ways)) await way.close();
  await endChildren();
  rmSync(folder, { recursive: true, force: true });
});
