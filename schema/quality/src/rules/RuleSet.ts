/** Kinds of people a rule set has words for. HE and SHE stand for whoever the note's own words make of them. */
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

/** Who did it or to whom: as written, or made of it. PARTY is a pronoun that is not the client; NAMED, a name; UNSAID, nobody is named. */
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

/** How far a sign speaks: so many words, or more. */
export type SignReach = number | 'SENTENCE' | 'NOTE';

/** A word, the beginning of one, or one of a list; `step` says how many words may stand before it. */
export type Element = Readonly<{ choices: readonly string[]; optional: boolean; step: number }>;
export type Pattern = readonly Element[];

/** Words around what is found that change what it means: denied, only imagined, long past, taken back. */
export type Sign = Readonly<{
  id: string;
  sign: SignKind;
  /** BEFORE: the sign stands before what it speaks of. */
  stands: 'BEFORE' | 'AFTER';
  reach: SignReach;
  /** Speaks only where nothing follows it before a pause: "violence: no", not "violence, no plan". */
  last: boolean;
  words: readonly Pattern[];
}>;

/** Words that sound like evidence and are none: boilerplate, forms, look-alikes, other people's. */
export type Silence = Readonly<{ id: string; why: string; covers: SilenceReach; words: readonly Pattern[] }>;

/** Something one person does to another; what it means depends on who did it to whom. */
export type Act = Readonly<{
  id: string;
  why: string;
  threat: boolean;
  /** Whoever the words name last did it: "afraid of him". */
  turned: boolean;
  /** Whether it needs somebody it is done to, somebody who did it, both or neither. */
  needs: 'TARGET' | 'AGENT' | 'BOTH' | 'NEITHER';
  words: readonly Pattern[];
}>;

export type Direction = Readonly<{ from: ReadonlySet<Role>; to: ReadonlySet<Role>; alerts: readonly string[] }>;

/** Words that speak of an alert category by themselves. */
export type Statement = Readonly<{
  id: string;
  why: string;
  alerts: readonly string[];
  threat: boolean;
  unsure: boolean;
  when: 'PAST' | undefined;
  /** Whose it may not be, when they are the last named before the words in their sentence. */
  notOf: ReadonlySet<Role>;
  words: readonly Pattern[];
}>;

export type RuleSet = Readonly<{
  name: string;
  version: string;
  /** Code of each alert category it speaks of; `who`: whose it is. */
  alerts: ReadonlyMap<string, Readonly<{ label: string; who: 'CLIENT' | 'CHILD' }>>;
  people: ReadonlyMap<PeopleKind, readonly string[]>;
  lists: ReadonlyMap<string, readonly string[]>;
  spelling: ReadonlyMap<string, string>;
  /** Right words that are one letter from a rule's; never taken for it. */
  ordinary: ReadonlySet<string>;
  signs: readonly Sign[];
  silences: readonly Silence[];
  directions: readonly Direction[];
  acts: readonly Act[];
  statements: readonly Statement[];
}>;
