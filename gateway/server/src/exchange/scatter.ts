import type { Release, ReleaseBasis } from '@accord/contract/permit';
import type { Partner } from '../identity/Requester.ts';
import type { Released } from '../release/ReleaseBook.ts';

/** One representation on its way out. Without a `partner` nobody is asked about it. */
export type Question =
  | Readonly<{ kind: 'RECORD'; id: string; record: Released | undefined; partner: Partner | undefined }>
  | Readonly<{ kind: 'FIGURES'; id: string; partner: Partner | undefined }>;

/** Parts questions by agency, each record once, in an order that depends on nothing but ids. */
export function scatter(
  questions: readonly Question[],
): readonly Readonly<{ partner: Partner; asked: readonly Question[] }>[] {
  const byAgency = new Map<string, Readonly<{ partner: Partner; asked: Map<string, Question> }>>();
  for (const question of questions) {
    if (!question.partner) continue;
    const part = byAgency.get(question.partner.id) ?? { partner: question.partner, asked: new Map<string, Question>() };
    part.asked.set(question.id, question);
    byAgency.set(question.partner.id, part);
  }
  return [...byAgency.values()].map(({ partner, asked }) => ({ partner, asked: [...asked.values()] }));
}

/** What a permit releases: records with the same permitted categories on the same basis together. */
export function releasesOf(questions: readonly Question[]): readonly Release[] {
  const together = new Map<string, Readonly<{ records: string[]; part: Part }>>();
  for (const question of questions) {
    if (question.kind !== 'RECORD' || !question.record) continue;
    for (const part of partsOf(question.record)) {
      const release = together.get(part.key);
      if (release) release.records.push(question.record.number);
      else together.set(part.key, { records: [question.record.number], part });
    }
  }
  return [...together.values()].map(({ records, part: { categories, basis } }) => ({ records, categories, basis }));
}

/** What is permitted of a record on one basis. The same key: the same categories on the same basis. */
type Part = Readonly<{ key: string; categories: readonly string[]; basis: ReleaseBasis }>;

/** A decision is kept from request to request (`DecisionsKept`), and what it says of a record with it. */
const known = new WeakMap<Released, readonly Part[]>();

function partsOf(record: Released): readonly Part[] {
  const before = known.get(record);
  if (before) return before;
  const { categories: permitted, consented } = record;
  const parts = (['CONSENT', 'LAW'] as const).flatMap((basis) => {
    const categories = [...permitted.keys()].filter((one) => consented.has(one) === (basis === 'CONSENT')).sort();
    return categories.length === 0 ? [] : [{ key: [basis, ...categories].join(' '), categories, basis }];
  });
  known.set(record, parts);
  return parts;
}
