import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** A setting as the agency's own program would find it: from the environment, else from the `.env` of this folder. */
export function settingOf(name: string): string | undefined {
  const given = process.env[name];
  if (given !== undefined) return given;
  try {
    return parseEnv(readFileSync('.env', 'utf8'))[name];
  } catch {
    return undefined;
  }
}
