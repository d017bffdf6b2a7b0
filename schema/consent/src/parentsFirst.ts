import type { Category } from './Facts.ts';
import type { CategoryEntry } from './Profile.ts';

/**
 * Returns the categories with each parent before its children, otherwise in the order given, and the rings of categories that
 * are their own ancestors, each ring once. A parent that does not exist counts as none.
 */
export function parentsFirst(categories: ReadonlyMap<Category, CategoryEntry>): Readonly<{
  ordered: ReadonlyMap<Category, CategoryEntry>;
  inRings: readonly (readonly Category[])[];
}> {
  const ordered = new Map<Category, CategoryEntry>();
  const inRings: (readonly Category[])[] = [];
  for (const start of categories.keys()) {
    // Climb to what is already placed, then come back down.
    const path: Category[] = [];
    let current: Category | undefined = start;
    while (current !== undefined && categories.has(current) && !ordered.has(current) && !path.includes(current)) {
      path.push(current);
      current = categories.get(current)?.parent;
    }
    if (current !== undefined && path.includes(current)) inRings.push(path.slice(path.indexOf(current)));
    for (const code of path.reverse()) {
      const entry = categories.get(code);
      if (entry !== undefined) ordered.set(code, entry);
    }
  }
  return { ordered, inRings };
}
