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
  // The texts in the order in which they came, from `first` on. A map's own order would do, but whoever looks for its first key walks
  // over all those removed before: with 50,000 kept, that took ten times as long as making an item's id.
  const order: string[] = [];
  let first = 0;
  let characters = 0;
  return (text, ...more) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const fresh = make(text, ...more);
    if (!made.has(text)) {
      order.push(text);
      characters += text.length;
    }
    made.set(text, fresh);
    while (made.size > most || characters > mostCharacters) {
      const oldest = order[first] ?? '';
      order[first] = '';
      first += 1;
      made.delete(oldest);
      characters -= oldest.length;
    }
    if (first * 2 > order.length) {
      order.splice(0, first);
      first = 0;
    }
    return fresh;
  };
}
