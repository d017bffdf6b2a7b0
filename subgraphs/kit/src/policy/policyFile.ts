import { readFile, stat } from 'node:fs/promises';
import type { FastifyBaseLogger } from 'fastify';
import { InputFault } from '../command/InputFault.ts';
import { noPolicy, type Policy } from './Policy.ts';
import { parsePolicy } from './parsePolicy.ts';

/** The policy as it is now. `FAULTY`: a policy is configured but cannot be read, so nothing is released. */
export type PolicyNow =
  | Readonly<{ kind: 'POLICY'; policy: Policy }>
  | Readonly<{ kind: 'FAULTY'; sentences: readonly string[] }>;

/** Returns the policy in force; called for each request. */
export type PolicySource = Readonly<{ now(): Promise<PolicyNow> }>;

/** For an agency that has no policy file. */
export const withoutPolicy: PolicySource = { now: async () => ({ kind: 'POLICY', policy: noPolicy }) };

/**
 * The policy in a file. A change takes effect on the next request: each time, the file's modification time, size and place
 * on the disk are checked, and it is read again if one of them differs.
 *
 * A file that is faulty, half written or gone is not a policy: nothing is released until it is mended. It never falls back
 * on the previous policy, which may have withheld less. A fault is logged once, with its line.
 */
export function policyFile(path: string, log: Pick<FastifyBaseLogger, 'error' | 'info'>): PolicySource {
  let last: Readonly<{ version: string; read: PolicyNow }> | undefined;
  return {
    async now() {
      // Take the version first: if it were taken after the text, a text just replaced could pass for the new version.
      const version = await versionOf(path);
      if (version === last?.version) return last.read;
      const read = await readPolicyFile(path);
      // Several requests may read it at the same time; it is logged once.
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

/** Reads a policy from a file. Each sentence names the line it is about. */
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

/**
 * The policy in a file. Throws one sentence per fault where it cannot be obeyed, for the person starting the agency, before
 * it serves.
 */
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
