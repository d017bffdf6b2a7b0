/** How long a rule's word must be before a misspelling of it is guessed: shorter words too often turn out to be other words. */
const LETTERS = 7;
const LONGEST = 18;

/**
 * Returns a function that guesses what a misspelt word was meant to be: the first known word of at least seven letters with the
 * same first letter and one letter added, lost, changed or swapped with its neighbour. If there is none, the word stays as it
 * is.
 */
export function spellingOf(known: ReadonlySet<string>, ordinary: ReadonlySet<string>): (word: string) => string {
  const nearby = new Map<string, string[]>();
  for (const word of known)
    if (word.length >= LETTERS && word.length <= LONGEST && !word.includes('*'))
      for (const form of [word, ...lessOne(word)]) nearby.set(form, [...(nearby.get(form) ?? []), word]);
  return (word) => {
    if (known.has(word) || ordinary.has(word) || word.length < LETTERS - 1 || word.length > LONGEST) return word;
    for (const form of [word, ...lessOne(word)])
      for (const candidate of nearby.get(form) ?? [])
        if (candidate[0] === word[0] && isOneSlip(word, candidate)) return candidate;
    return word;
  };
}

const lessOne = (word: string): readonly string[] =>
  Array.from({ length: word.length }, (_, place) => word.slice(0, place) + word.slice(place + 1));

function isOneSlip(one: string, other: string): boolean {
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const [rest, wanted] = [one.slice(from), other.slice(from)];
  if (rest.slice(1) === wanted || rest === wanted.slice(1) || rest.slice(1) === wanted.slice(1)) return true;
  return rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2);
}
