/** A place in the note, the rule that matched there, and the reason in plain words. `start` and `end` count UTF-16 units. */
export type Quote = Readonly<{ start: number; end: number; rule: string; why: string }>;

/**
 * What a note says about one alert category. It says nothing about who wrote it, suggests no certainty and makes no alert: the
 * record's own worker reads the quotes and decides.
 */
export type Verdict = Readonly<{
  kind: 'EVIDENCE' | 'ABSTAIN' | 'NONE';
  /** Code of the alert category. */
  category: string;
  /** Whom it is about; undefined if it says nothing. */
  who: 'CLIENT' | 'CHILD' | undefined;
  when: 'NOW' | 'RECENT' | 'PAST' | 'UNSAID';
  /** THREAT if only threats are described. */
  tells: 'ACT' | 'THREAT' | undefined;
  quotes: readonly Quote[];
  /** What sounded like evidence and was passed over, with the reason. */
  passedOver: readonly Quote[];
}>;
