import type { CategoryEntry } from './Profile.ts';
import type { ProfileText, Spot } from './ProfileText.ts';
import { parentsFirst } from './parentsFirst.ts';
import { codeAt, newCode } from './profileCodes.ts';

/** Returns the category tree of a profile, parents first. Unknown parents, and parents that form a ring, are noted. */
export function readCategories(text: ProfileText, spot: Spot): ReadonlyMap<string, CategoryEntry> {
  const entries = new Map<string, CategoryEntry>();
  const parents = new Map<string, Spot>();
  for (const item of text.items(spot)) {
    const { code: codeSpot, label, parent, sensitive } = text.fields(item, ['code', 'label'], ['parent', 'sensitive']);
    const code = newCode(text, codeSpot, entries);
    if (code === undefined) continue;
    const parentCode = text.text(parent);
    if (parentCode !== undefined) parents.set(code, parent);
    entries.set(code, {
      label: text.text(label) ?? '',
      ...(parentCode !== undefined && { parent: parentCode }),
      ...(text.flag(sensitive) === true && { sensitive: true }),
    });
  }
  for (const at of parents.values()) codeAt(text, at, entries, 'category');
  const { ordered, inRings } = parentsFirst(entries);
  for (const ring of inRings) {
    const [first = ''] = ring;
    text.note(parents.get(first) ?? spot, `${[...ring, first].join(' is part of ')}: parents must not form a ring.`);
  }
  return ordered;
}
