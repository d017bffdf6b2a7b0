/**
 * Returns `make` with a cache of its results for up to `most` texts: the same text gives the same result without making it
 * again.
 *
 * `more` are further arguments of `make`; they must be the same whenever the text is. If results grow with their texts,
 * `mostCharacters` limits the total length of the cached texts.
 *
 * The oldest entry goes first, however often it was used: that is cheaper than recording every use, and a result is made again
 * within milliseconds.
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
