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
  const together = new Map<
    string,
    Readonly<{ records: string[]; categories: readonly string[]; basis: ReleaseBasis }>
  >();
  for (const question of questions) {
    if (question.kind !== 'RECORD' || !question.record) continue;
    const { number, categories: permitted, consented } = question.record;
    for (const basis of ['CONSENT', 'LAW'] as const) {
      const categories = [...permitted.keys()].filter((one) => consented.has(one) === (basis === 'CONSENT')).sort();
      if (categories.length === 0) continue;
      const key = [basis, ...categories].join(' ');
      const release = together.get(key) ?? { records: [], categories, basis };
      release.records.push(number);
      together.set(key, release);
    }
  }
  return [...together.values()];
}
