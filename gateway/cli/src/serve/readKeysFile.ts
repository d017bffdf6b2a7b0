import { readFileSync } from 'node:fs';
import { type KeptKeys, readKeys } from '@accord/server/keys';
import { errorCode } from '@accord/server/postgres/errorCode';
import { StartFault } from '@accord/server/postgres/StartFault';
import { whyOf } from '../whyOf.ts';

/** The hub's keys from a file; undefined if there is no such file. Throws a `StartFault` if it holds anything else. */
export async function readKeysFile(file: string): Promise<KeptKeys | undefined> {
  const text = textOf(file);
  if (text === undefined) return undefined;
  try {
    const kept: KeptKeys = JSON.parse(text);
    await readKeys(kept);
    return kept;
  } catch (cause) {
    throw new StartFault(
      `The keys file ${file} is damaged. Restore it from a backup; a new one would give every item a new id.`,
      {
        cause,
      },
    );
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw new StartFault(`The keys file ${file} cannot be read${whyOf(cause)}.`, { cause });
  }
}
