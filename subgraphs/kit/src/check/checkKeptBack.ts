import { keptBackWords } from '../database/goneWords.ts';
import { wordsIn } from '../database/wordsIn.ts';
import { counted, type Finding } from './Finding.ts';

const marked = new RegExp(`\\b(${keptBackWords.join('|')})\\b`);
const clearlyNot = /^(n|no|f|false|0)?$/i;

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
  return {
    /** A row of a section, with the rows beside it, and what is served from it. */
    row(section: string, rows: readonly unknown[], value: unknown): void {
      if ((section !== 'address' && section !== 'contact') || typeof value !== 'object' || value === null) return;
      const { fields, words } = parts[section];
      const served = fields.map((field): unknown => Reflect.get(value, field)).filter(Boolean);
      for (const row of rows) {
        const entries = typeof row === 'object' && row !== null ? Object.entries(row) : [];
        if (!entries.some(([, held]) => served.includes(held))) continue;
        for (const [column, said] of entries) {
          const name = wordsIn(column).join(' ');
          if (!marked.test(name) || !words.test(name) || clearlyNot.test(String(said ?? '').trim())) continue;
          // A number or an address that is itself kept apart, such as `private_phone`, is no mark.
          if (served.includes(said)) continue;
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
