import { readFileSync } from 'node:fs';
import { auVic } from '@accord/consent/auVic';
import type { Profile } from '@accord/consent/Profile';
import { parseProfile } from '@accord/consent/parseProfile';
import { InputFault } from '../InputFault.ts';

/**
 * The profile in a file, or the shipped one. It need not cover the contract: only a hub requires that. Throws an `InputFault`
 * that gives file, line and column of every fault.
 */
export function readProfileToTry(file: string | undefined): Profile {
  if (file === undefined) return auVic;
  const parsed = parseProfile(textOf(file));
  if (parsed.kind === 'PROFILE') return parsed.profile;
  throw new InputFault(
    parsed.faults.map(({ line, column, sentence }) => `${file}:${line}:${column}: ${sentence}`).join('\n'),
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new InputFault(`The profile ${file} cannot be read.`);
  }
}
