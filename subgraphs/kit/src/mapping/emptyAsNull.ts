type Text = string | null | undefined;

/** For text columns that cannot be null: empty text, and text of spaces only, becomes null. Other text stays as it is. */
export const emptyAsNull = (text: Text): string | null => (text && text.trim() !== '' ? text : null);

/** For `CHAR(n)` columns, which are padded with spaces: the text without spaces at its ends; null where nothing is left. */
export const trimmed = (text: Text): string | null => text?.trim() || null;
