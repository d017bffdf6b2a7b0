import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KeptKeys } from '@accord/server/keys';
import type { JWK } from 'jose';

/** A demonstration's secrets, made once and kept. */
export type DemoSecrets = Readonly<{
  hub: KeptKeys;
  issuer: JWK;
  /** Shared by the agencies; the hub itself never reads it. */
  linkageSecret: string;
  agencies: Readonly<Record<string, Readonly<{ privateKey: JWK; publicKey: JWK; readerPassword: string }>>>;
  /** What the invented people were generated from: the same at every later start. */
  people: Readonly<{ seed: number; count: number; asOf: string }>;
}>;

/**
 * The folder in which a demonstration made here keeps everything: `.accord` in this folder unless ACCORD_HOME says otherwise.
 */
export const demoFolderHere = (from = process.cwd()): string => process.env.ACCORD_HOME ?? join(from, '.accord');

/**
 * The folder of the demonstration meant here: the nearest `.accord` in this folder or one above it, as package managers look
 * for a `package.json`. If there is none, `.accord` in this folder.
 */
export function demoFolder(from = process.cwd()): string {
  if (process.env.ACCORD_HOME !== undefined) return process.env.ACCORD_HOME;
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.accord'))) return join(folder, '.accord');
    if (dirname(folder) === folder) return demoFolderHere(from);
  }
}

/** The file that holds a demonstration's secrets. */
export const secretsFile = (folder: string): string => join(folder, 'secrets.json');

/** The secrets of the demonstration in this folder; `undefined` if there is none yet. Throws if the file is damaged. */
export function readSecrets(folder: string): DemoSecrets | undefined {
  if (!existsSync(secretsFile(folder))) return undefined;
  try {
    const secrets: DemoSecrets = JSON.parse(readFileSync(secretsFile(folder), 'utf8'));
    if (secrets.hub && secrets.issuer && secrets.agencies && secrets.people) return secrets;
  } catch {
    // reported below
  }
  throw new Error(
    `${secretsFile(folder)} is damaged. Delete this demonstration with "npm run demo:reset", then run "npm start".`,
  );
}

/**
 * Makes the folder of a demonstration. PostgreSQL's own user must be able to pass through it; only the owner can read the
 * secrets in it.
 */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}
