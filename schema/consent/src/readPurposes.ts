import type { Purpose } from './Facts.ts';
import type { ProfileText, Spot } from './ProfileText.ts';
import { newCode } from './profileCodes.ts';

/** The purposes of a profile, in its order, and its own labels for those that have one. */
export type Purposes = Readonly<{ codes: ReadonlySet<Purpose>; labels: ReadonlyMap<Purpose, string> }>;

/** Reads a list of codes, bare or as `{ code, label }`, each once. */
export function readPurposes(text: ProfileText, spot: Spot): Purposes {
  const codes = new Set<Purpose>();
  const labels = new Map<Purpose, string>();
  for (const item of text.items(spot)) {
    const { code: codeSpot, label: labelSpot } = text.hasFields(item)
      ? text.fields(item, ['code'], ['label'])
      : { code: item, label: undefined };
    const code = newCode(text, codeSpot, codes);
    const label = labelSpot && text.text(labelSpot);
    if (code === undefined) continue;
    codes.add(code);
    if (label !== undefined) labels.set(code, label);
  }
  return { codes, labels };
}
