/** A short name as a name in TypeScript: `river-house` is `riverHouse`. */
export const identifier = (id: string): string =>
  id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()).replaceAll('-', '');
