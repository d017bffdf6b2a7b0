/** A search of the ledger. Days are in this device's time zone. */
export type Search = Readonly<{
  agency: string;
  purpose: string;
  toOthers: boolean;
  from: string | null;
  to: string | null;
}>;

/** Stands for "any" in a list of choices. */
export const any = '-';

export const emptySearch: Search = { agency: any, purpose: any, toOthers: true, from: null, to: null };
