/** So many of so many: whole numbers, `0 <= of the part <= of the whole`. */
export type Share = Readonly<{ part: number; whole: number }>;
