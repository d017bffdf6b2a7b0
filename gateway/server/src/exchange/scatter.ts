import type { Release, ReleaseBasis } from '@accord/contract/permit';
import type { Partner } from '../identity/Requester.ts';
import type { Released } from '../release/ReleaseBook.ts';

/** One outgoing representation. Without a `partner`, nobody is asked about it. */
export type Question =
  | Readonly<{ kind: 'RECORD'; id: string; record: Released | undefined; partner: Partner | undefined }>
  | Readonly<{ kind: 'FIGURES'; id: string; partner: Partner | undefined }>;

/** Groups questions by agency, each record once, in the order in which they first occur. */
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

/** The releases of a permit: records with the same permitted categories on the same basis share one. */
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

/** What is permitted of a record on one basis. Parts with the same categories on the same basis have the same key. */
type Part = Readonly<{ key: string; categories: readonly string[]; basis: ReleaseBasis }>;

/** Decisions are cached between requests (`DecisionsKept`); the parts derived from one are cached with it. */
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
