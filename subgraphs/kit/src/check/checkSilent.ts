import { mentionOf, type Whereabouts } from '../guard/mentionOf.ts';
import { counted, type Finding } from './Finding.ts';

const parts = [
  ['phone', 'contact', 'a telephone number'],
  ['email', 'contact', 'an e-mail address'],
  ['line', 'address', 'an address'],
] as const;

/** Looks for what is told although it stands among what is told to nobody: the same number may be on file twice, marked in one place only. */
export function checkSilent() {
  const told = new Map<string, Whereabouts>();
  const counts = { phone: 0, email: 0, line: 0 };
  return {
    /** A record's contact and address come before what is silent of it. */
    value(section: string, value: unknown, number: string): void {
      if ((section === 'contact' || section === 'address') && typeof value === 'object' && value !== null)
        told.set(number, { ...told.get(number), ...value });
      if (section !== 'silent' || !Array.isArray(value)) return;
      const holds = value.map((one: Whereabouts) => mentionOf(one));
      for (const [part] of parts) {
        const text = told.get(number)?.[part];
        if (text && holds.some((mentions) => mentions(text))) counts[part] += 1;
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
                found: `${counted(counts[part], 'record')} ${counts[part] === 1 ? 'is' : 'are'} told with ${what} that is also in "silent".`,
                todo: `It is on file twice, and marked as kept back in only one place. Give null in "${section}" for what "silent" has.`,
              },
            ],
      ),
  };
}
