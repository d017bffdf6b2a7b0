const syllables = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za bre cli dro'.split(' ');

/** A name of letters, the same for the same number; those of different numbers have little in common. Digits would be left out of every key. */
export const inventedName = (n: number): string =>
  [n, n * 5 + 3, Math.floor(n / 24) * 11 + 7, n * 17 + 1].map((place) => syllables[place % syllables.length]).join('');
