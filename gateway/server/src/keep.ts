/**
 * `make`, with what it last made for up to `most` texts kept: the same text gives the same thing without making it again.
 *
 * The oldest goes first, however often it was asked for: cheaper than to note every use, and made again within milliseconds.
 */
export function keep<Made>(make: (text: string) => Made, most: number): (text: string) => Made {
  const made = new Map<string, Made>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const fresh = make(text);
    const oldest = made.keys().next().value;
    if (made.size >= most && oldest !== undefined) made.delete(oldest);
    made.set(text, fresh);
    return fresh;
  };
}
