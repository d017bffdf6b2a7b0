import { aboutMarkWords, keptBackWords } from '../database/goneWords.ts';
import { wordsIn } from '../database/wordsIn.ts';
import { counted, type Finding } from './Finding.ts';
import { isReadFrom } from './isReadFrom.ts';
import { onceEach } from './onceEach.ts';

const marked = new RegExp(`\\b(${keptBackWords.join('|')})\\b`);
const aboutMark = new RegExp(`\\b(${aboutMarkWords.join('|')})\\b`);
const clearlyNot = /^(n|no|f|false|0)?$/i;
/** An e-mail address, a telephone number (no day) or a street. */
const whereabouts = /@|^(?!\d{4}-\d\d-\d\d)[+(]?\d[\d ()-]{5,}|\d\p{L}?\s+\p{L}{2}/u;

/** What a section serves, and the words by which a column's name says that it is about that alone. */
const parts = {
  address: { fields: ['line', 'suburb'], words: /\b(addr(ess)?|adr|location|residence|silent|unlisted)\b/ },
  contact: {
    fields: ['phone', 'email'],
    words: /\b(telephone|tel|phones?|ph|phn|mobile|mob|e?mail|contact|number|silent|unlisted)\b/,
  },
} as const;

/**
 * Checks for addresses and numbers that are served although a column of their row marks them as kept back (`silent`,
 * `addr_confidential`), in whatever words: only a no, or nothing, is no mark.
 */
export function checkKeptBack() {
  const counts = new Map<string, number>();
  const markNamed = onceEach((column) => {
    const name = wordsIn(column).join(' ');
    return marked.test(name) && !aboutMark.test(name) ? name : '';
  });
  return {
    /** A row of a section, with the rows beside it, and what is served from it. */
    row(section: string, rows: readonly unknown[], value: unknown): void {
      if ((section !== 'address' && section !== 'contact') || typeof value !== 'object' || value === null) return;
      const { fields, words } = parts[section];
      const served = fields.map((field): unknown => Reflect.get(value, field)).filter(Boolean);
      for (const row of rows) {
        const entries = typeof row === 'object' && row !== null ? Object.entries(row) : [];
        const marks = entries.filter(
          ([column, said]) =>
            words.test(markNamed(column)) &&
            !clearlyNot.test(String(said ?? '').trim()) &&
            // A number or an address that is itself kept apart, such as `private_phone`, is no mark, told or not.
            !served.includes(said) &&
            !whereabouts.test(String(said)),
        );
        if (marks.length === 0 || !served.some((text) => isReadFrom(entries, String(text)))) continue;
        for (const [column] of marks) {
          const place = `${section}, column ${column}`;
          counts.set(place, (counts.get(place) ?? 0) + 1);
        }
      }
    },
    findings: (): readonly Finding[] =>
      [...counts].map(([where, count]) => ({
        ...{ check: 'VALUES', gravity: 'MEND', where },
        found: `${counted(count, 'row')} that this column seems to keep back ${count === 1 ? 'is' : 'are'} told all the same.`,
        todo: 'Return null where it keeps back an address or a number, and list that in "silent".',
      })),
  };
}
