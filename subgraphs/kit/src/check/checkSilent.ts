import type { Whereabouts } from '../guard/mentionOf.ts';
import { plain, wordsOf } from '../guard/plainWords.ts';
import { streetIn, writings } from '../guard/streetIn.ts';
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
 *
 * Also for values that only another record has in `silent`. Those are shared: a number may be two people's, of whom one must
 * not be rung. But a child may be hidden where its mother is, and marked in her record alone.
 */
export function checkSilent() {
  const told = new Map<string, Whereabouts>();
  const counts = { phone: 0, email: 0, line: 0 };
  const shared = {
    phone: new Map<string, number>(),
    email: new Map<string, number>(),
    line: new Map<string, number>(),
  };
  const silent = { phone: new Set<string>(), email: new Set<string>(), line: new Set<string>() };
  return {
    /** For each record, contact and address are passed before silent. */
    value(section: string, value: unknown, number: string): void {
      if ((section === 'contact' || section === 'address') && typeof value === 'object' && value !== null)
        told.set(number, { ...told.get(number), ...value });
      if (section !== 'silent' || !Array.isArray(value)) return;
      const isSilent = silentIn(value);
      const kept: readonly Whereabouts[] = value;
      for (const [part] of parts) {
        const text = told.get(number)?.[part];
        const key = keyOf(part, text);
        if (isSilent(part, text)) counts[part] += 1;
        else if (key !== null) shared[part].set(key, (shared[part].get(key) ?? 0) + 1);
        for (const one of kept) silent[part].add(keyOf(part, one[part]) ?? '');
      }
      told.delete(number);
    },
    findings: (): readonly Finding[] =>
      parts.flatMap(([part, section, what]) => {
        const elsewhere = [...shared[part]].reduce((sum, [key, all]) => sum + (silent[part].has(key) ? all : 0), 0);
        const finding = (
          gravity: Finding['gravity'],
          count: number,
          which: string,
          todo: string,
        ): readonly Finding[] =>
          count === 0
            ? []
            : [
                {
                  ...{ check: 'VALUES', gravity, where: `${section}, ${part}`, todo },
                  found: `${counted(count, 'record')} ${count === 1 ? 'has' : 'have'} ${what} that ${which}.`,
                },
              ];
        return [
          ...finding(
            'MEND',
            counts[part],
            'is also in "silent", so it is not shared',
            `It is on file twice, and marked in one place only. Return null in "${section}" where "silent" has it, or correct the mark.`,
          ),
          ...finding(
            'LOOK',
            elsewhere,
            'only another record has in "silent", so it is shared',
            'If these people are hidden at the same place, or share the number that must not be rung, mark it in each of their records.',
          ),
        ];
      }),
  };
}

/** What stays the same however a value is written; null where it is too short to mean one place or one number. */
function keyOf(part: keyof Whereabouts, text: string | null | undefined): string | null {
  const words = wordsOf(plain(text));
  const street = streetIn(words);
  const digits = words.join('').replace(/\D/g, '');
  if (part === 'phone') return digits.length >= 8 ? digits.slice(-8) : null;
  if (part === 'email') return text?.includes('@') ? words.join(' ') : null;
  return street.length > 0 ? street.map((word) => writings.get(word)?.[0] ?? word).join(' ') : null;
}
