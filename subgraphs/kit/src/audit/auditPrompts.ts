import { createHash } from 'node:crypto';
import { aboutNeed } from '@accord/contract/vocabulary';
import type { Mapping } from '../mapping/Mapping.ts';
import type { Batch } from '../mapping/table.ts';
import type { PromptSource, Prompts } from '../prompts/Prompts.ts';
import type { AuditBook } from './AuditBook.ts';
import { hashOf } from './outcomeOf.ts';
import { categoryOfNeeds } from './RecordOutcome.ts';

type Quoted = Readonly<{ item: string; date: string; text: string; reason: string; about: readonly string[] }>;

/**
 * Prompts for a record's own worker, where the last audit found evidence of a category and no alert of that category is
 * active now. Quotes are taken from the agency's own notes as they are now; a note that has changed since is not quoted.
 */
export const auditPrompts = (mapping: Mapping, book: AuditBook): Prompts => ({
  async of(number, batch) {
    const found = await book.found(number);
    if (!found) return [];
    const { outcome, rules } = found;
    const [alerts, quotesOf] = await Promise.all([
      mapping.alerts?.of(number, batch) ?? null,
      liveQuotes(mapping, number, batch),
    ]);
    const active = new Set(
      (alerts ?? []).flatMap(({ code, status }) =>
        code && (status === 'ACTIVE' || status === 'UNDER_REVIEW') ? [code] : [],
      ),
    );
    const categories = new Set(Object.values(outcome.notes).flatMap(({ found: of }) => Object.keys(of)));
    if (Object.keys(outcome.needs).length > 0) categories.add(categoryOfNeeds);
    return [...categories].sort().flatMap((code): readonly PromptSource[] => {
      const quoted = active.has(code) ? [] : quotesOf(outcome, code);
      if (quoted.length === 0) return [];
      const items = [...new Set(quoted.map(({ item }) => item))].sort();
      return [
        {
          ...{ id: idOf(code, items), code, ruleSet: rules },
          about: [...new Set(quoted.flatMap(({ about }) => about))].sort(),
          quotes: quoted
            .map(({ date, text, reason }) => ({ date, text, reason }))
            .sort((a, b) => b.date.localeCompare(a.date)),
        },
      ];
    });
  },
});

type Outcome = NonNullable<Awaited<ReturnType<AuditBook['found']>>>['outcome'];

async function liveQuotes(mapping: Mapping, number: string, batch: Batch) {
  const [notes, needs] = await Promise.all([
    mapping.notes?.of(number, batch) ?? null,
    mapping.needs?.of(number, batch) ?? null,
  ]);
  return (outcome: Outcome, category: string): readonly Quoted[] => {
    const fromNotes = (notes ?? []).flatMap((note): readonly Quoted[] => {
      const [id, on, text] = [String(note.id), note.writtenOn ?? null, note.text ?? ''];
      const kept = outcome.notes[id];
      const found = kept?.found[category];
      if (found?.kind !== 'EVIDENCE' || on === null || kept?.hash !== hashOf(text, on)) return [];
      return found.spans.map(([start, end, , why]) => ({
        ...{ item: `note ${id}`, date: on, reason: why, about: note.about },
        text: sentenceAround(text, start, end),
      }));
    });
    const fromNeeds = (needs ?? []).flatMap((need): readonly Quoted[] => {
      const kept = outcome.needs[String(need.id)];
      if (category !== categoryOfNeeds || !kept || need.code !== kept.code || kept.on === null) return [];
      const about = [...new Set([...need.about, ...aboutNeed(kept.code)])];
      return [{ item: `need ${need.id}`, date: kept.on, text: kept.code, reason: 'The need says so.', about }];
    });
    return [...fromNotes, ...fromNeeds];
  };
}

/** The whole sentence: a word or two on their own may mean something else. */
function sentenceAround(text: string, start: number, end: number): string {
  const before = Math.max(...['. ', '! ', '? ', '\n'].map((mark) => text.lastIndexOf(mark, start - 1) + 1));
  const after = ['. ', '! ', '? ', '\n'].map((mark) => text.indexOf(mark, end)).filter((at) => at !== -1);
  return text.slice(before, after.length > 0 ? Math.min(...after) + 1 : text.length).trim();
}

/** The prompt's id: the same as long as it is about the same notes and needs. */
const idOf = (code: string, items: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([code, items]))
    .digest('base64url')
    .slice(0, 22);
