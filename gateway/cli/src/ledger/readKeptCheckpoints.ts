import { readFile } from 'node:fs/promises';
import { type Checkpoint, readCheckpoint } from '@accord/contract/checkpoint';
import { StartFault } from '@accord/server/postgres/StartFault';
import type { JWK } from 'jose';
import { hubKeysHere } from './hubKeysHere.ts';

/**
 * The keys whose signature to trust: those at `key`, a file or address of a JWK or a set of them. By default this hub's own key
 * and its former ones; undefined if they are not here.
 */
export const trustedKeys = async (key: string | undefined): Promise<readonly JWK[] | undefined> =>
  key === undefined ? ownKeys() : keysFrom(key);

/**
 * Checkpoints kept in files, whatever else the files contain: what `accord ledger checkpoint` printed, or what the hub served.
 * Each must be signed by one of the keys.
 *
 * Throws a `StartFault` that names the file if it has no checkpoint, or one that was not signed by such a key.
 */
export async function readKeptCheckpoints(
  files: readonly string[],
  keys: readonly JWK[] | undefined,
): Promise<readonly Checkpoint[]> {
  if (files.length === 0) return [];
  if (!keys)
    throw new StartFault(
      'The key to check the signatures with is not here. Name it: --key with a file or an address, such as https://hub.example.org/.well-known/jwks.json',
    );
  return (await Promise.all(files.map((file) => readFileOf(file, keys)))).flat();
}

async function readFileOf(file: string, keys: readonly JWK[]): Promise<readonly Checkpoint[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new StartFault(`The file ${file} cannot be read.`);
  });
  const found = text.match(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? [];
  if (found.length === 0)
    throw new StartFault(
      `There is no checkpoint in ${file}. Name a file that "accord ledger checkpoint" wrote, or that the hub served.`,
    );
  return Promise.all(
    found.map((jws, index) =>
      readCheckpoint(jws, keys).catch(() => {
        throw new StartFault(`Wrong signature: checkpoint ${index + 1} in ${file} was not signed with this key.`);
      }),
    ),
  );
}

async function ownKeys(): Promise<readonly JWK[] | undefined> {
  return (await hubKeysHere())?.ownJwks;
}

async function keysFrom(source: string): Promise<readonly JWK[]> {
  try {
    const text = /^https?:/.test(source) ? await (await fetch(source)).text() : await readFile(source, 'utf8');
    const found: JWK & Readonly<{ keys?: readonly JWK[] }> = JSON.parse(text);
    const keys = found.keys ?? [found];
    if (keys.length > 0 && keys.every(({ kty }) => typeof kty === 'string')) return keys;
  } catch {
    // reported below
  }
  throw new StartFault(`There is no public key (a JWK or a JWK set) at ${source}.`);
}
