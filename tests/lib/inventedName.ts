const syllables = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za bre cli dro'.split(' ');

/**
 * A name made of letters, always the same for one number; names of different numbers have little in common. No digits: linkage
 * keys leave them out.
 */
export const inventedName = (n: number): string =>
  [n, n * 5 + 3, Math.floor(n / 24) * 11 + 7, n * 17 + 1].map((place) => syllables[place % syllables.length]).join('');
