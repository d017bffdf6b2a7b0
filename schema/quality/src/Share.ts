/** `part` of `whole`: whole numbers, with `0 <= part <= whole`. */
export type Share = Readonly<{ part: number; whole: number }>;
