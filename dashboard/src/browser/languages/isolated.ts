/** Matches letters of right-to-left scripts. */
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;

/**
 * Isolates words that are put into a sentence, if they are right-to-left, so that the text around them keeps its order. Uses
 * Unicode's isolates: what `bdi` does, where only plain text is possible.
 */
export const isolated = (words: string): string => (rightToLeft.test(words) ? `\u2068${words}\u2069` : words);
