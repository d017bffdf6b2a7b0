/**
 * Something that is not right about a mapping, and where.
 *
 * FATAL: it cannot be served. FAULT: some of it is told wrongly or not at all. HINT: it may be meant.
 */
export type MappingFault = Readonly<{
  level: 'FATAL' | 'FAULT' | 'HINT';
  /** Whether it is about a code that is in no map, or about anything else. */
  check: 'CODES' | 'VALUES';
  /** The section, such as `alerts`; null where it is about the whole. */
  section: string | null;
  /** Where in the section, such as `concerns.role`. */
  field: string | null;
  /** The table, or the Prisma model, and its column. Null where that is not known. */
  table: string | null;
  column: string | null;
  /** What was found, and what to do. Neither holds anything of a person. */
  found: string;
  todo: string;
  /** Both, with the section they are about, as they are said where nothing else stands beside them. */
  sentence: string;
}>;

type Where = Partial<Pick<MappingFault, 'check' | 'section' | 'field' | 'table' | 'column'>>;

/** A fault, with what is known of its place. */
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
