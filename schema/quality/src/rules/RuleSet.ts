/** Kinds of people for whom a rule set has words. HE and SHE stand for whoever the note itself makes them. */
export const peopleKinds = [
  'CLIENT',
  'PARTNER',
  'FAMILY',
  'KIN',
  'CHILD',
  'OTHER',
  'WORKER',
  'HE',
  'SHE',
  'ME',
] as const;
export type PeopleKind = (typeof peopleKinds)[number];

/**
 * Who did something, or to whom: as written, or inferred. PARTY is a pronoun that is not the client; NAMED is a name; UNSAID
 * means nobody is named.
 */
export const roles = [
  'CLIENT',
  'PARTNER',
  'FAMILY',
  'KIN',
  'CHILD',
  'OTHER',
  'WORKER',
  'PARTY',
  'NAMED',
  'UNSAID',
] as const;
export type Role = (typeof roles)[number];

export const signKinds = ['DENIED', 'UNREAL', 'PAST', 'RECENT', 'NOW', 'UNSURE', 'IGNORED'] as const;
export type SignKind = (typeof signKinds)[number];

export const silenceReaches = ['WORDS', 'SENTENCE', 'NOTE'] as const;
export type SilenceReach = (typeof silenceReaches)[number];

/** How far a sign reaches: a number of words, or further. */
export type SignReach = number | 'SENTENCE' | 'NOTE';

/** A word, the beginning of one, or one from a list. `step` says how many words may come before it. */
export type Element = Readonly<{ choices: readonly string[]; optional: boolean; step: number }>;
export type Pattern = readonly Element[];

/** Words that change the meaning of a finding near them: denied, only imagined, long past, taken back. */
export type Sign = Readonly<{
  id: string;
  sign: SignKind;
  /** BEFORE: the sign comes before what it affects. */
  stands: 'BEFORE' | 'AFTER';
  reach: SignReach;
  /** Counts only if nothing follows it before a pause: "violence: no", not "violence, no plan". */
  last: boolean;
  words: readonly Pattern[];
}>;

/** Words that sound like evidence and are not: boilerplate, forms, look-alikes, other people's experience. */
export type Silence = Readonly<{ id: string; why: string; covers: SilenceReach; words: readonly Pattern[] }>;

/** Something one person does to another. What it means depends on who did it to whom. */
export type Act = Readonly<{
  id: string;
  why: string;
  threat: boolean;
  /** Reverses the roles: the person named last did it, as in "afraid of him". */
  turned: boolean;
  /** Whether the text must name the person it is done to, the person who did it, both or neither. */
  needs: 'TARGET' | 'AGENT' | 'BOTH' | 'NEITHER';
  words: readonly Pattern[];
}>;

export type Direction = Readonly<{ from: ReadonlySet<Role>; to: ReadonlySet<Role>; alerts: readonly string[] }>;

/** Words that indicate an alert category by themselves. */
export type Statement = Readonly<{
  id: string;
  why: string;
  alerts: readonly string[];
  threat: boolean;
  unsure: boolean;
  when: 'PAST' | undefined;
  /** The roles it cannot apply to, if they are the last person named before the words in their sentence. */
  notOf: ReadonlySet<Role>;
  words: readonly Pattern[];
}>;

export type RuleSet = Readonly<{
  name: string;
  version: string;
  /** Each alert category it covers, by code. `who`: whose alert it is. */
  alerts: ReadonlyMap<string, Readonly<{ label: string; who: 'CLIENT' | 'CHILD' }>>;
  people: ReadonlyMap<PeopleKind, readonly string[]>;
  lists: ReadonlyMap<string, readonly string[]>;
  spelling: ReadonlyMap<string, string>;
  /** Correct words that are one letter away from a rule's word; never taken for it. */
  ordinary: ReadonlySet<string>;
  signs: readonly Sign[];
  silences: readonly Silence[];
  directions: readonly Direction[];
  acts: readonly Act[];
  statements: readonly Statement[];
}>;
