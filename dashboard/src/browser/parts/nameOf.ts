/** A person's name on one line, given name first; `null` if no part of it is released. */
export function nameOf(
  name: Readonly<{ given: string | null; family: string | null }> | null | undefined,
): string | null {
  const said = [name?.given, name?.family].filter((part) => part).join(' ');
  return said === '' ? null : said;
}
