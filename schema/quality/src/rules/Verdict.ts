/** A place in the note, the rule that read it so, and its reason in plain words. `start` and `end` count UTF-16 units. */
export type Quote = Readonly<{ start: number; end: number; rule: string; why: string }>;

/**
 * What a note says of one alert category. It says nothing about who wrote it, suggests no certainty and makes no alert:
 * the record's own worker reads the quotes and decides.
 */
export type Verdict = Readonly<{
  kind: 'EVIDENCE' | 'ABSTAIN' | 'NONE';
  /** Code of the alert category. */
  category: string;
  /** Whom it speaks of; undefined where it speaks of nothing. */
  who: 'CLIENT' | 'CHILD' | undefined;
  when: 'NOW' | 'RECENT' | 'PAST' | 'UNSAID';
  /** THREAT where nothing but threats is told. */
  tells: 'ACT' | 'THREAT' | undefined;
  quotes: readonly Quote[];
  /** What sounded like it and was left out, with the reason. */
  passedOver: readonly Quote[];
}>;
