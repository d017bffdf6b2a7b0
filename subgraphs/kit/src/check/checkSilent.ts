import type { Whereabouts } from '../guard/mentionOf.ts';
import { silentIn } from '../serve/outsideSilent.ts';
import { counted, type Finding } from './Finding.ts';

const parts = [
  ['phone', 'contact', 'a telephone number'],
  ['email', 'contact', 'an e-mail address'],
  ['line', 'address', 'an address'],
] as const;

/**
 * Checks for values that a mapping has in `contact` or `address` although `silent` has them too: the same number may be on
 * file twice, and marked in one place only. It is not shared (`outsideSilent`), but the mapping contradicts itself.
 */
export function checkSilent() {
  const told = new Map<string, Whereabouts>();
  const counts = { phone: 0, email: 0, line: 0 };
  return {
    /** For each record, contact and address are passed before silent. */
    value(section: string, value: unknown, number: string): void {
      if ((section === 'contact' || section === 'address') && typeof value === 'object' && value !== null)
        told.set(number, { ...told.get(number), ...value });
      if (section !== 'silent' || !Array.isArray(value)) return;
      const isSilent = silentIn(value);
      for (const [part] of parts) {
        if (isSilent(part, told.get(number)?.[part])) counts[part] += 1;
      }
      told.delete(number);
    },
    findings: (): readonly Finding[] =>
      parts.flatMap(([part, section, what]): Finding[] =>
        counts[part] === 0
          ? []
          : [
              {
                ...{ check: 'VALUES', gravity: 'MEND', where: `${section}, ${part}` },
                found: `${counted(counts[part], 'record')} ${counts[part] === 1 ? 'has' : 'have'} ${what} that is also in "silent", so it is not shared.`,
                todo: `It is on file twice, and marked in one place only. Return null in "${section}" where "silent" has it, or correct the mark.`,
              },
            ],
      ),
  };
}
