import type { Token } from './tokensOf.ts';

/** Groups a list by sentence, so that what is looked for beside an item is not looked for in the whole note. */
export function bySentence<Each>(tokens: readonly Token[], list: readonly Each[], placeOf: (each: Each) => number) {
  const groups = new Map<number, Each[]>();
  for (const each of list) {
    const sentence = tokens[placeOf(each)]?.sentence ?? -1;
    const group = groups.get(sentence);
    if (group === undefined) groups.set(sentence, [each]);
    else group.push(each);
  }
  return (place: number): readonly Each[] => groups.get(tokens[place]?.sentence ?? -1) ?? [];
}
