/**
 * Something wrong with a mapping, and where.
 *
 * FATAL: the mapping cannot be served. FAULT: some of it is served wrongly or not at all. HINT: it may be intended.
 */
export type MappingFault = Readonly<{
  level: 'FATAL' | 'FAULT' | 'HINT';
  /** Whether it is about a code that is in no map, or about something else. */
  check: 'CODES' | 'VALUES';
  /** The section, such as `alerts`; null where it is about the whole mapping. */
  section: string | null;
  /** Where in the section, such as `concerns.role`. */
  field: string | null;
  /** The table, or the Prisma model, and its column. Null where unknown. */
  table: string | null;
  column: string | null;
  /** What was found, and what to do. Neither contains personal data. */
  found: string;
  todo: string;
  /** Both together with the section, for use on its own. */
  sentence: string;
}>;

type Where = Partial<Pick<MappingFault, 'check' | 'section' | 'field' | 'table' | 'column'>>;

/** A fault, with what is known about its place. */
export function mappingFault(
  level: MappingFault['level'],
  found: string,
  todo: string,
  where: Where = {},
): MappingFault {
  const { check = 'VALUES', section = null, field = null, table = null, column = null } = where;
  const place = section === null ? '' : `${section}${field === null ? '' : `.${field}`}: `;
  return { level, check, section, field, table, column, found, todo, sentence: `${place}${found} ${todo}`.trim() };
}
