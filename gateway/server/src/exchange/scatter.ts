import type { Release } from '@accord/contract/permit';
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

/** What a permit releases: records with the same permitted categories together. */
export function releasesOf(questions: readonly Question[]): readonly Release[] {
  const byCategories = new Map<string, Readonly<{ records: string[]; categories: readonly string[] }>>();
  for (const question of questions) {
    if (question.kind !== 'RECORD' || !question.record) continue;
    const categories = [...question.record.categories.keys()].sort();
    const key = categories.join(' ');
    const release = byCategories.get(key) ?? { records: [], categories };
    release.records.push(question.record.number);
    byCategories.set(key, release);
  }
  return [...byCategories.values()];
}
