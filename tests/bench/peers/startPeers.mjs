// Gateways of other makers, over the supergraph of `execution.mjs`, each run as its own documentation says.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { executionSdl } from '../executionSdl.mjs';
import { spawned } from '../lib/children.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const hive = join(folder, 'node_modules/@graphql-hive/gateway/dist/bin.js');
const grafbase = join(folder, 'node_modules/@grafbase/cli-x86_64-unknown-linux-musl/grafbase');

/** Installs the peers in this folder's own node_modules if they are missing; prints a sentence and returns false if that is impossible. */
export function installPeers() {
  if (existsSync(hive)) return true;
  console.log('Installing the peers into tests/bench/peers/node_modules (some 600 MB, once) ...');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    ...{ cwd: folder, stdio: 'inherit' },
  });
  if (status === 0 && existsSync(hive)) return true;
  console.log('The peers cannot be had here (no package registry?); measured without them.\n');
  return false;
}

/** The installed peers, by name: { label, start }, where `start` returns { url, pid }. They may write in the folder `home`. */
export function peersIn(home, { supergraphSdl, urls, node }) {
  const peers = {};
  if (existsSync(hive)) {
    const file = join(home, 'supergraph.graphql');
    writeFileSync(file, supergraphSdl);
    const config = join(home, 'gateway.config.mjs');
    writeFileSync(config, 'export const gatewayConfig = { logging: false, graphiql: false, landingPage: false };\n');
    const start = (more) => () => startHive({ home, file, config, node, more });
    peers.hiveJs = { label: 'Hive Gateway, JavaScript planner', start: start([]) };
    if (existsSync(join(folder, 'node_modules/@graphql-hive/router-runtime')))
      peers.hiveRust = { label: 'Hive Gateway, Rust planner', start: start(['--hive-router-runtime']) };
  }
  if (existsSync(grafbase))
    peers.grafbase = { label: "Grafbase's gateway (Rust)", start: () => startGrafbase(home, urls) };
  return peers;
}

async function startHive({ home, file, config, node, more }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/graphql`;
  const args = [
    ...node,
    hive,
    'supergraph',
    file,
    '-c',
    config,
    '-h',
    '127.0.0.1',
    '-p',
    String(port),
    '--disable-websockets',
    ...more,
  ];
  const env = { ...process.env, NODE_ENV: 'production' };
  return {
    url,
    ...(await spawned(process.execPath, args, { part: 'measured', cwd: home, env, ready: () => answers(url) })),
  };
}

async function startGrafbase(home, urls) {
  const at = join(home, 'grafbase');
  mkdirSync(join(at, 'home'), { recursive: true });
  const subgraphs = Object.entries(urls).map(([name, url]) => {
    writeFileSync(join(at, `${name}.graphql`), executionSdl[name]);
    return `[subgraphs.${name}]\nurl = "${url}"\nschema_path = "${name}.graphql"\n`;
  });
  writeFileSync(join(at, 'grafbase.toml'), subgraphs.join('\n'));
  chmodSync(grafbase, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/graphql`;
  const args = ['--home', join(at, 'home'), 'dev', '--config', 'grafbase.toml', '--port', String(port)];
  return { url, ...(await spawned(grafbase, args, { part: 'measured', cwd: at, ready: () => answers(url) })) };
}

async function answers(url) {
  const response = await fetch(url, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  return response.ok && (await response.json()).data?.__typename === 'Query';
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
