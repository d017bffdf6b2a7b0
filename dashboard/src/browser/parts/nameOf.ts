/** A person's name on one line, given name first; `null` where nothing of it is told. */
export function nameOf(
  name: Readonly<{ given: string | null; family: string | null }> | null | undefined,
): string | null {
  const said = [name?.given, name?.family].filter((part) => part).join(' ');
  return said === '' ? null : said;
}
