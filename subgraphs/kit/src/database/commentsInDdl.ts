/**
 * The comments beside the columns of a CREATE TABLE, by column in lower case: `SEX_CD CHAR(1), -- M F X U`.
 *
 * SQLite has no column comments but keeps the statement as it was written. Only a comment on the column's own line counts.
 */
export function commentsInDdl(ddl: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of ddl.split('\n')) {
    const [, quoted, plain, comment] =
      /^\s*(?:["`[]([^"`\]]+)["`\]]|(\w+))(?=[\s,])[^']*?(?:'[^']*'[^']*?)*--\s*(.+?)\s*$/.exec(line) ?? [];
    const name = quoted ?? plain;
    if (name !== undefined && comment !== undefined) found.set(name.toLowerCase(), comment);
  }
  return found;
}
