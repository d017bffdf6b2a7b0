import { type AgencyRow, familyViolence } from '@accord/server/store/agencies';
import { InputFault } from '../InputFault.ts';

/** Kinds that are known without anybody being on file. Others may be given: these are what a slip is told by. */
const usualKinds = [familyViolence, 'HOMELESSNESS', 'COMMUNITY_HEALTH'];

/**
 * What an agency does, as it was given. Throws an `InputFault` where it is a known kind written otherwise: what hangs on a kind would
 * not hold, and a family violence service would announce people who never agreed.
 */
export function kindGiven(text: string, onFile: readonly AgencyRow[]): string {
  const known = [...usualKinds, ...onFile.map(({ kind }) => kind)];
  if (known.includes(text)) return text;
  const meant = known.find((kind) => letters(kind) === letters(text));
  if (meant !== undefined) throw new InputFault(`--kind is "${text}". Write it as ${meant}.`);
  if (letters(text) === '') throw new InputFault('--kind is empty. Name the kind of service, such as HOMELESSNESS.');
  return text;
}

const letters = (kind: string): string => kind.toUpperCase().replace(/[\s_-]/g, '');
