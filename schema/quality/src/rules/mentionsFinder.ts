import type { PeopleKind, RuleSet } from './RuleSet.ts';
import type { Token } from './tokensOf.ts';

/** A person mentioned in a note: who it is by the word, and the word's grammatical role. */
export type Mention = Readonly<{
  place: number;
  kind: PeopleKind;
  /** "her" in "her arm": whose something is. The person is meant, but does nothing here. */
  owns: boolean;
  /** Whether it can be the person who did it, and the person it was done to: "he" can only do, "him" can only suffer. */
  does: boolean;
  suffers: boolean;
}>;

const SUBJECTS = new Set([
  'he',
  'she',
  'they',
  'i',
  'we',
  "she's",
  "he's",
  "they're",
  "she'll",
  "he'll",
  "he'd",
  "she'd",
  "i'm",
  "i've",
]);
const OBJECTS = new Set(['him', 'her', 'them', 'me', 'us', 'hers']);
const OWNERS = new Set(['his', 'my', 'our', 'their']);
const SOMEBODY = new Set(['a', 'an', 'another', 'unknown']);

/**
 * Returns a finder for the people in a note, in order. "Her husband" is one person, the husband; "the friend's husband" and "a
 * girlfriend" are somebody else; "mum's boyfriend" belongs to the family.
 */
export function mentionsFinder({ people, lists }: Pick<RuleSet, 'people' | 'lists'>) {
  const kindOf = new Map([...people].flatMap(([kind, words]) => words.map((word) => [word, kind] as const)));
  const afterObject = new Set(lists.get('afterObject') ?? []);
  return (tokens: readonly Token[]): readonly Mention[] => {
    const mentions: Mention[] = [];
    let owner: Mention | undefined;
    for (const [place, token] of tokens.entries()) {
      const { word } = token;
      const base = word.replace(/'s$|s'$/, '');
      const contracted = SUBJECTS.has(word);
      const kind = kindOf.get(word) ?? (contracted ? kindOf.get(word.replace(/'.*$/, '')) : kindOf.get(base));
      if (kind === undefined) continue;
      const next = tokens[place + 1];
      const nextIsWord = next !== undefined && !next.afterPause && next.sentence === token.sentence;
      const owns =
        OWNERS.has(word) ||
        (word === 'her' && nextIsWord && !afterObject.has(next.word)) ||
        (!contracted &&
          kindOf.get(word) === undefined &&
          base !== word &&
          nextIsWord &&
          !/^(?:been|got|not|a|the|always|still|in|on|at)$/.test(next.word));
      const mention = {
        place,
        kind: ofOwner(kind, owner, tokens, place),
        owns,
        does: !owns && !OBJECTS.has(word),
        suffers: !SUBJECTS.has(word),
      };
      mentions.push(mention);
      owner = owns ? mention : undefined;
    }
    return mentions;
  };
}

function ofOwner(kind: PeopleKind, owner: Mention | undefined, tokens: readonly Token[], place: number): PeopleKind {
  if (kind !== 'PARTNER' && kind !== 'FAMILY' && kind !== 'CHILD' && kind !== 'KIN') return kind;
  const before = tokens[place - 1]?.word ?? '';
  if (kind !== 'CHILD' && SOMEBODY.has(before)) return 'OTHER';
  if (owner === undefined || place - owner.place > 3) return kind;
  if (owner.kind === 'OTHER' || owner.kind === 'KIN' || owner.kind === 'WORKER') return 'OTHER';
  if (owner.kind === 'PARTNER' && kind === 'PARTNER') return 'OTHER';
  if (owner.kind === 'FAMILY' && kind === 'PARTNER') return 'FAMILY';
  return kind;
}
