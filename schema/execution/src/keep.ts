/**
 * `make`, with what it last made for up to `most` texts kept: the same text gives the same thing without making it again.
 *
 * `more` is what making it takes besides, and the same whenever the text is. Where what is made grows with its text, `mostCharacters` bounds
 * all texts together.
 *
 * The oldest goes first, however often it was asked for: cheaper than to note every use, and made again within milliseconds.
 */
export function keep<Made, More extends readonly unknown[]>(
  make: (text: string, ...more: More) => Made,
  most: number,
  mostCharacters = Number.POSITIVE_INFINITY,
): (text: string, ...more: More) => Made {
  const made = new Map<string, Made>();
  let characters = 0;
  return (text, ...more) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const fresh = make(text, ...more);
    made.set(text, fresh);
    characters += text.length;
    for (const oldest of made.keys()) {
      if (made.size <= most && characters <= mostCharacters) break;
      made.delete(oldest);
      characters -= oldest.length;
    }
    return fresh;
  };
}
