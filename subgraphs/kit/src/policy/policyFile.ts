import { readFile, stat } from 'node:fs/promises';
import type { FastifyBaseLogger } from 'fastify';
import { InputFault } from '../command/InputFault.ts';
import { noPolicy, type Policy } from './Policy.ts';
import { parsePolicy } from './parsePolicy.ts';

/** The policy as it stands now. `FAULTY`: there is to be one, and it cannot be read: nothing is released. */
export type PolicyNow =
  | Readonly<{ kind: 'POLICY'; policy: Policy }>
  | Readonly<{ kind: 'FAULTY'; sentences: readonly string[] }>;

/** Gives the policy in force, asked anew for each request. */
export type PolicySource = Readonly<{ now(): Promise<PolicyNow> }>;

/** For an agency that has no policy file. */
export const withoutPolicy: PolicySource = { now: async () => ({ kind: 'POLICY', policy: noPolicy }) };

/**
 * The policy in a file, obeyed from the next request after it changed: its time, size and place on the disk are looked at each
 * time, and it is read when one of them is another.
 *
 * A file with a fault, half written, or gone is no policy: nothing is released until it is mended. Never falls back on what it
 * said before, which may have kept back less. What is amiss is logged once, with its line.
 */
export function policyFile(path: string, log: Pick<FastifyBaseLogger, 'error' | 'info'>): PolicySource {
  let last: Readonly<{ version: string; read: PolicyNow }> | undefined;
  return {
    async now() {
      // The version first: were it taken after the text, a text just replaced could pass for the new version.
      const version = await versionOf(path);
      if (version === last?.version) return last.read;
      const read = await readPolicyFile(path);
      // Several requests may read it at the same time; it is told once.
      if (version !== last?.version) {
        if (read.kind === 'FAULTY')
          log.error({ policy: read.sentences }, 'The policy has faults; nothing is released.');
        else log.info('The policy was read.');
      }
      last = { version, read };
      return read;
    },
  };
}

/** Reads a policy from a file. Each sentence says the line it is about. */
export async function readPolicyFile(path: string): Promise<PolicyNow> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    const missing = typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'ENOENT';
    return { kind: 'FAULTY', sentences: [missing ? `There is no policy at ${path}.` : `${path} cannot be read.`] };
  }
  const parsed = parsePolicy(text);
  if (parsed.kind === 'POLICY') return parsed;
  return { kind: 'FAULTY', sentences: parsed.faults.map(({ line, sentence }) => `Line ${line}: ${sentence}`) };
}

/** Throws one sentence a fault where the policy in a file cannot be obeyed: told to whoever starts the agency, before it serves. */
export async function assertPolicy(path: string): Promise<Policy> {
  const read = await readPolicyFile(path);
  if (read.kind === 'FAULTY')
    throw new InputFault(`The policy ${path} has faults; with it, nothing is released.\n${read.sentences.join('\n')}`);
  return read.policy;
}

async function versionOf(path: string): Promise<string> {
  try {
    const { mtimeNs, ctimeNs, size, ino, dev } = await stat(path, { bigint: true });
    return [mtimeNs, ctimeNs, size, ino, dev].join(' ');
  } catch {
    return 'absent';
  }
}
