/** A short name as a TypeScript identifier: `river-house` becomes `riverHouse`. */
export const identifier = (id: string): string =>
  id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()).replaceAll('-', '');
