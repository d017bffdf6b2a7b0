import type { ProfileText, Spot } from './ProfileText.ts';

/** A code that something outside the profile relies on, and why: `labels AgencyRecord.housing`. */
export type Need = Readonly<{ code: string; because: string }>;

export type Codes = Readonly<{ has: (code: string) => boolean }>;

/** Returns the list of codes the profile declares, each once. */
export function declared(text: ProfileText, spot: Spot): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const item of text.items(spot)) {
    const code = newCode(text, item, codes);
    if (code !== undefined) codes.add(code);
  }
  return codes;
}

/** Returns a code that is not yet taken. Undefined if it is missing or already taken, which is noted. */
export function newCode(text: ProfileText, spot: Spot, taken: Codes): string | undefined {
  const code = text.text(spot);
  if (code === undefined) return undefined;
  noteUnlessCode(text, spot, code);
  if (!taken.has(code)) return code;
  text.note(spot, `"${code}" is there twice.`);
  return undefined;
}

/** Returns a code declared elsewhere in the profile, and notes one that is not; "" if there is none to read. */
export function codeAt(text: ProfileText, spot: Spot, codes: Codes, what: string): string {
  const code = text.text(spot);
  if (code === undefined) return '';
  if (!codes.has(code)) text.note(spot, `"${code}" is no ${what} of this profile.`);
  return code;
}

/** Returns a list of codes declared elsewhere in the profile; an empty list is noted. */
export function codesAt(text: ProfileText, spot: Spot, codes: Codes, what: string): readonly string[] {
  const items = text.items(spot);
  if (items.length === 0 && spot.node !== undefined) text.note(spot, `should name at least one ${what}.`);
  return items.map((item) => codeAt(text, item, codes, what));
}

/** Notes at `spot` each code that something outside the profile relies on and the profile lacks. */
export function noteMissing(text: ProfileText, spot: Spot, what: string, codes: Codes, needs: readonly Need[]): void {
  for (const { code, because } of needs)
    if (!codes.has(code)) text.note(spot, `lacks the ${what} ${code}, which ${because}.`);
}

/** Notes a code that is not written the way codes are. */
export function noteUnlessCode(text: ProfileText, spot: Spot, code: string): void {
  if (!/^[A-Z][A-Z0-9_]*$/.test(code)) text.note(spot, `"${code}" should be capitals, digits and _, such as FV_RISK.`);
}
