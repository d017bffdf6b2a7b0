import { readFileSync } from 'node:fs';
import { auVicText } from '@accord/consent/generated/auVicText';
import type { Profile } from '@accord/consent/Profile';
import { parseProfile } from '@accord/consent/parseProfile';
import { categoriesUsed, clientPurpose, purposesUsed } from '@accord/contract/codesUsed';
import { StartFault } from '../postgres/StartFault.ts';

/**
 * Returns a partnership's profile, fit to serve the contract; without a file, the one that comes with the hub. Throws a
 * `StartFault` that gives the file, line and column of every fault, if it contradicts itself or lacks a category or purpose that
 * the contract uses.
 */
export function readProfile(file: string | undefined): Profile {
  const text = file === undefined ? auVicText : textOf(file);
  const needs = { categories: categoriesUsed(), purposes: purposesUsed(), clientAccess: clientPurpose };
  const parsed = parseProfile(text, needs);
  if (parsed.kind === 'PROFILE') return parsed.profile;
  throw new StartFault(
    parsed.faults
      .map(({ line, column, sentence }) => `${file ?? 'au-vic.yaml'}:${line}:${column}: ${sentence}`)
      .join('\n'),
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartFault(`The profile ${file} cannot be read.`);
  }
}
