import { type AgencyRow, familyViolence } from '@accord/server/store/agencies';
import { InputFault } from '../InputFault.ts';

/** Kinds that are known before any agency is on file. Others may be given; these are only for recognising slips. */
const usualKinds = [familyViolence, 'HOMELESSNESS', 'COMMUNITY_HEALTH'];

/**
 * The kind of agency, as given. Throws an `InputFault` if it is a known kind spelt differently: what depends on the kind would
 * not apply, and a family violence service would announce people who never agreed.
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
