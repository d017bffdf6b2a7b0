// Agencies, hubs and bare gateways of the invented partnership, for `hub.mjs` and `costs.mjs`.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeys, readKeys } from '@accord/server/keys';
import { endChildren, forked } from '../lib/children.mjs';
import { option, said } from '../lib/options.mjs';
import { nodeCounted, preloaded, timesSlower } from '../lib/valgrind.mjs';
import { openDatabases } from './databases.mjs';
import { openIssuer } from './issuer.mjs';
import { questionsAt } from './questions.mjs';
import { agencyId, workers } from './rows.mjs';

export const young = option('young') ?? '64';
const node = [`--max-semi-space-size=${young}`];
const without = (what) =>
  [...node, '--import', new URL('./without/register.mjs', import.meta.url).href, what].slice(0, -1);

/** With `--instructions`: how to start a gateway whose instructions are counted in this folder. */
function countedIn(folder) {
  if (!said('instructions')) return { node };
  mkdirSync(folder);
  return { folder, node, under: nodeCounted(folder) };
}

/** The hub's timers run while nobody asks. They are slowed by as much as counting slows the hub. */
const laterTimers = { NODE_OPTIONS: `--import=${preloaded}`, ACCORD_TIMES_SLOWER: String(timesSlower) };

/**
 * Starts databases and `most` agencies; with `replay`, each behind a server that replays known answers. `hubOver` and `bareOver` start
 * gateways over the first of them; `close` ends everything.
 */
export async function openPartnership(most, { replay = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'accord-bench-hub-'));
  // PostgreSQL may run as another user.
  chmodSync(folder, 0o755);
  const closing = [async () => rmSync(folder, { recursive: true, force: true })];
  const close = async () => {
    await endChildren();
    for (const end of closing.reverse()) await end();
  };
  try {
    const databases = await openDatabases(folder, most);
    closing.push(databases.close);
    const issuer = await openIssuer();
    closing.push(issuer.close);
    const keys = await createKeys();
    const { publicJwk: hubKey } = await readKeys(keys);
    const tokens = Object.fromEntries(
      await Promise.all(workers.map(async (worker) => [worker, await issuer.tokenOf(worker, agencyId(0))])),
    );
    const agencies = (file, count, more) => {
      const urls = databases.urls.slice(0, count).map((database, n) => ({ id: agencyId(n), database }));
      return forked(file, {
        env: { ACCORD_AGENCIES: JSON.stringify({ urls, hubKey, replay }), ...more?.env },
        node: more?.node ?? node,
      });
    };
    const guarded = await agencies('partnership/agencies.mjs', most);
    let made = 0;
    return {
      guarded,
      tokens,
      close,
      /** A gateway of this `kind` (`bare` or `floor`) over the first `level` bare agencies, with the links of a hub's database. */
      async gatewayOver(kind, level, { bareAgencies, databaseUrl }) {
        const name = `${kind}-${level}`;
        const counting = countedIn(join(folder, name));
        const { url, pid } = await forked(`partnership/${kind}Gateway.mjs`, {
          ...{ ...counting, part: 'measured', name },
          env: { DATABASE_URL: databaseUrl },
          word: bareAgencies.slice(0, level),
        });
        return { origin: new URL(url).origin, path: '/', pid, folder: counting.folder };
      },
      bareAgencies: () => agencies('partnership/bareAgencies.mjs', most),
      /** A hub over the first `level` agencies; `what` is the part it does without (`costs.mjs`), if any. */
      async hubOver(level, what) {
        made += 1;
        const changed = what && { node: without(what), env: { ACCORD_BENCH_WITHOUT: what } };
        const partners = what === 'permits' ? await agencies('partnership/agencies.mjs', level, changed) : guarded;
        const databaseUrl = await databases.hubDatabase(`hub_${made}`, level, partners.agencies);
        const settings = { databaseUrl, keys, oidc: issuer.oidc, executor: option('executor') ?? 'own' };
        const name = `hub-${level}${what ? `-without-${what}` : ''}`;
        const counting = changed ?? countedIn(join(folder, name));
        const { url, pid } = await forked('partnership/hub.mjs', {
          ...{ ...counting, part: 'measured', name },
          env: { ACCORD_HUB: JSON.stringify(settings), ...(counting.folder ? laterTimers : changed?.env) },
        });
        return { origin: url, path: '/graphql', pid, databaseUrl, agencies: partners, folder: counting.folder };
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** One answer of a hub to a worker. Throws if it contains errors. */
export async function askHub(hub, { worker, ...body }, tokens) {
  const response = await fetch(`${hub.origin}${hub.path}`, {
    ...{ method: 'POST', headers: headersOf(tokens[worker]), body: JSON.stringify(body) },
  });
  const { data, errors, extensions } = await response.json();
  if (errors || extensions?.sources) throw new Error(JSON.stringify({ errors, extensions }).slice(0, 500));
  return data;
}

/** The headers of a worker's request. */
export const headersOf = (token) => ({
  'content-type': 'application/json',
  authorization: `Bearer ${token}`,
  'x-accord-purpose': 'SERVICE_COORDINATION',
});

/** The cursor at which each page of each worker's caseload begins at this hub: cursors are sealed for the requester. */
async function cursorsOf(hub, tokens) {
  const query =
    'query($after: String) { caseload(of: MINE, first: 50, after: $after) { pageInfo { endCursor hasNextPage } } }';
  const all = [];
  // One after another, because the hub has only just started and still opens its database connections.
  for (const worker of workers) {
    const cursors = [null];
    for (let more = true; more; ) {
      const { caseload } = await askHub(hub, { worker, query, variables: { after: cursors.at(-1) } }, tokens);
      more = caseload.pageInfo.hasNextPage;
      if (more) cursors.push(caseload.pageInfo.endCursor);
    }
    all.push(cursors);
  }
  return all;
}

/** The questions of `questionsAt` for this hub. */
export const questionsFor = async (hub, level, tokens) => questionsAt(level, await cursorsOf(hub, tokens));
