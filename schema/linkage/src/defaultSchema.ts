import type { ClientPart, ClientSchema, PartName } from './ClientSchema.ts';
import { nationalSexTable } from './slk581.ts';

const bigrams = { type: 'ngram', n: 2 } as const;
const figures = { type: 'ngram', n: 1, positional: true } as const;
const whole = { type: 'exact' } as const;

/** The schema of a partnership that has not agreed on another. LINKAGE.md says what each part is for. */
export const defaultSchema: ClientSchema = {
  rules: 'accord-client-1',
  sexTable: { ...nationalSexTable, MALE: '1', FEMALE: '2', ANOTHER_TERM: '3', NOT_STATED: '9' },
  length: 1024,
  folds: 1,
  info: 'accord linkage',
  parts: [
    part('given', 'name', bigrams, 12),
    part('family', 'name', bigrams, 12),
    part('day', 'day', figures, 10),
    part('month', 'month', figures, 10),
    part('year', 'year', figures, 8),
    part('birth', 'birth', whole, 12),
    part('sex', 'sex', whole, 6),
    part('suburb', 'suburb', bigrams, 3),
    part('postcode', 'postcode', figures, 4),
  ],
};

function part(name: PartName, key: string, comparison: ClientPart['comparison'], bitsPerToken: number): ClientPart {
  return { part: name, key, comparison, bitsPerToken };
}
