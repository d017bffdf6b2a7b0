import { readFile } from 'node:fs/promises';
import { readAgencyKey } from '@accord/server/agencies/readAgencyKey';
import type { AgencyRow } from '@accord/server/store/agencies';
import { InputFault } from '../InputFault.ts';
import { whyOf } from '../whyOf.ts';

/** The agency's public key from a file. Throws an `InputFault` that says what is wrong with it. */
export async function readKeyFile(file: string): Promise<NonNullable<AgencyRow['publicKey']>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new InputFault(`The key file "${file}" cannot be read${whyOf(error)}.`);
  });
  return readAgencyKey(text).catch((error: unknown) => {
    throw new InputFault(
      `"${file}" is not an agency's public key: ${error instanceof Error ? error.message : 'unreadable'}.`,
    );
  });
}
