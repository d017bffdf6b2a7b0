type Text = string | null | undefined;

/** Text columns that cannot be null: `''` is nothing. Spaces alone are nothing too; other text stays as it is. */
export const emptyAsNull = (text: Text): string | null => (text && text.trim() !== '' ? text : null);

/** Text of `CHAR(n)` columns, padded with spaces: without those at its ends; null where nothing is left. */
export const trimmed = (text: Text): string | null => text?.trim() || null;
