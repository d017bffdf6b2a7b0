import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KeptKeys } from '@accord/server/keys';
import type { JWK } from 'jose';

/** Secrets of a demonstration, made once and kept. */
export type DemoSecrets = Readonly<{
  hub: KeptKeys;
  issuer: JWK;
  /** Shared by the agencies; the hub itself never reads it. */
  linkageSecret: string;
  agencies: Readonly<Record<string, Readonly<{ privateKey: JWK; publicKey: JWK; readerPassword: string }>>>;
  /** What the invented people were made from: the same on every later start. */
  people: Readonly<{ seed: number; count: number; asOf: string }>;
}>;

/** Where a demonstration that is made here keeps everything: one folder, `.accord` under this one unless ACCORD_HOME says otherwise. */
export const demoFolderHere = (from = process.cwd()): string => process.env.ACCORD_HOME ?? join(from, '.accord');

/**
 * Where the demonstration is that is meant here: the nearest `.accord`, in this folder or one above it, as package managers look for a
 * `package.json`. Where there is none it would be this folder's own.
 */
export function demoFolder(from = process.cwd()): string {
  if (process.env.ACCORD_HOME !== undefined) return process.env.ACCORD_HOME;
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.accord'))) return join(folder, '.accord');
    if (dirname(folder) === folder) return demoFolderHere(from);
  }
}

/** Where the secrets of a demonstration are kept. */
export const secretsFile = (folder: string): string => join(folder, 'secrets.json');

/** The secrets of the demonstration in this folder; `undefined` where there is none yet. Throws where the file is damaged. */
export function readSecrets(folder: string): DemoSecrets | undefined {
  if (!existsSync(secretsFile(folder))) return undefined;
  try {
    const secrets: DemoSecrets = JSON.parse(readFileSync(secretsFile(folder), 'utf8'));
    if (secrets.hub && secrets.issuer && secrets.agencies && secrets.people) return secrets;
  } catch {
    // told below
  }
  throw new Error(
    `${secretsFile(folder)} is damaged. Delete this demonstration with "npm run demo:reset", then run "npm start".`,
  );
}

/** Makes the folder of a demonstration: PostgreSQL's own user must be able to pass through it; the secrets in it stay their owner's. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}
