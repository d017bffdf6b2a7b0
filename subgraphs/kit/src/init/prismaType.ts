import type { CatalogueColumn, Engine } from '../database/Catalogue.ts';

/** A field's type in Prisma's terms, such as `DateTime` and `@db.Date`. */
export type PrismaType = Readonly<{ type: string; native: string | null }>;

type Write = (column: CatalogueColumn) => PrismaType;

const plain =
  (type: string): Write =>
  () => ({ type, native: null });
const as =
  (type: string, native: string): Write =>
  () => ({ type, native: `@db.${native}` });
/** With the sizes in brackets, or `otherwise` where there are none. */
const sized =
  (type: string, native: string, otherwise = ''): Write =>
  ({ sizes }) => ({ type, native: `@db.${native}${sizes.length > 0 ? `(${sizes.join(', ')})` : otherwise}` });

const postgresql: Readonly<Record<string, Write>> = {
  smallint: as('Int', 'SmallInt'),
  integer: plain('Int'),
  bigint: plain('BigInt'),
  oid: as('Int', 'Oid'),
  numeric: sized('Decimal', 'Decimal'),
  money: as('Decimal', 'Money'),
  real: as('Float', 'Real'),
  'double precision': plain('Float'),
  boolean: plain('Boolean'),
  text: plain('String'),
  'character varying': sized('String', 'VarChar'),
  character: sized('String', 'Char'),
  citext: as('String', 'Citext'),
  uuid: as('String', 'Uuid'),
  xml: as('String', 'Xml'),
  inet: as('String', 'Inet'),
  bit: sized('String', 'Bit'),
  'bit varying': sized('String', 'VarBit'),
  date: as('DateTime', 'Date'),
  'timestamp without time zone': sized('DateTime', 'Timestamp', '(6)'),
  'timestamp with time zone': sized('DateTime', 'Timestamptz', '(6)'),
  'time without time zone': sized('DateTime', 'Time', '(6)'),
  'time with time zone': sized('DateTime', 'Timetz', '(6)'),
  json: as('Json', 'Json'),
  jsonb: plain('Json'),
  bytea: plain('Bytes'),
};

const mysqlWhole = (type: string, native: string): Readonly<Record<string, Write>> => ({
  [native.toLowerCase()]: native === 'Int' ? plain(type) : as(type, native),
  [`${native.toLowerCase()} unsigned`]: as(type, `Unsigned${native}`),
  [`${native.toLowerCase()} unsigned zerofill`]: as(type, `Unsigned${native}`),
});

const mysql: Readonly<Record<string, Write>> = {
  ...mysqlWhole('Int', 'TinyInt'),
  tinyint: ({ sizes }) => (sizes[0] === 1 ? { type: 'Boolean', native: null } : { type: 'Int', native: '@db.TinyInt' }),
  ...mysqlWhole('Int', 'SmallInt'),
  ...mysqlWhole('Int', 'MediumInt'),
  ...mysqlWhole('Int', 'Int'),
  ...mysqlWhole('BigInt', 'BigInt'),
  bigint: plain('BigInt'),
  decimal: sized('Decimal', 'Decimal'),
  'decimal unsigned': sized('Decimal', 'Decimal'),
  float: as('Float', 'Float'),
  'float unsigned': as('Float', 'Float'),
  double: plain('Float'),
  'double unsigned': plain('Float'),
  bit: ({ sizes }) =>
    sizes[0] === 1 ? { type: 'Boolean', native: '@db.Bit(1)' } : { type: 'Bytes', native: `@db.Bit(${sizes[0]})` },
  char: sized('String', 'Char'),
  varchar: sized('String', 'VarChar'),
  tinytext: as('String', 'TinyText'),
  text: as('String', 'Text'),
  mediumtext: as('String', 'MediumText'),
  longtext: as('String', 'LongText'),
  uuid: plain('String'),
  // As text: a row that was never validated may hold '', which is not a word of the enum and would fail every row read with
  // it.
  enum: plain('String'),
  // Several words at once; `mariaDb` gives them with commas between them.
  set: plain('String'),
  json: plain('Json'),
  date: as('DateTime', 'Date'),
  time: sized('DateTime', 'Time', '(0)'),
  datetime: sized('DateTime', 'DateTime', '(0)'),
  timestamp: sized('DateTime', 'Timestamp', '(0)'),
  year: as('Int', 'Year'),
  binary: sized('Bytes', 'Binary'),
  varbinary: sized('Bytes', 'VarBinary'),
  tinyblob: as('Bytes', 'TinyBlob'),
  blob: as('Bytes', 'Blob'),
  mediumblob: as('Bytes', 'MediumBlob'),
  longblob: plain('Bytes'),
};

const sqlserverSized =
  (type: string, native: string): Write =>
  ({ sizes, written }) => ({ type, native: `@db.${native}(${written.includes('max') ? 'Max' : (sizes[0] ?? 1)})` });

const sqlserver: Readonly<Record<string, Write>> = {
  tinyint: as('Int', 'TinyInt'),
  smallint: as('Int', 'SmallInt'),
  int: plain('Int'),
  bigint: plain('BigInt'),
  bit: plain('Boolean'),
  decimal: sized('Decimal', 'Decimal'),
  numeric: sized('Decimal', 'Decimal'),
  money: as('Float', 'Money'),
  smallmoney: as('Float', 'SmallMoney'),
  float: plain('Float'),
  real: as('Float', 'Real'),
  char: sqlserverSized('String', 'Char'),
  nchar: sqlserverSized('String', 'NChar'),
  varchar: sqlserverSized('String', 'VarChar'),
  nvarchar: sqlserverSized('String', 'NVarChar'),
  text: as('String', 'Text'),
  ntext: as('String', 'NText'),
  xml: as('String', 'Xml'),
  uniqueidentifier: as('String', 'UniqueIdentifier'),
  date: as('DateTime', 'Date'),
  time: as('DateTime', 'Time'),
  datetime: as('DateTime', 'DateTime'),
  datetime2: plain('DateTime'),
  smalldatetime: as('DateTime', 'SmallDateTime'),
  datetimeoffset: as('DateTime', 'DateTimeOffset'),
  binary: sqlserverSized('Bytes', 'Binary'),
  varbinary: sqlserverSized('Bytes', 'VarBinary'),
  image: as('Bytes', 'Image'),
};

/**
 * SQLite takes any value in any column, whatever its type, and Prisma fails every row of a read if one is of another kind
 * than the schema says. So the kinds of values decide, and the type only where there are none; a column with several kinds
 * cannot be read.
 */
function sqlite({ type }: CatalogueColumn, held: ReadonlySet<string>): PrismaType | null {
  const only = (...kinds: readonly string[]) => held.size > 0 && [...held].every((kind) => kinds.includes(kind));
  const told = (prisma: string) => ({ type: prisma, native: null });
  // Dates and times stored as text are read as text: their format is for the mapping to say.
  if (only('text')) return told('String');
  if (only('blob')) return told('Bytes');
  if (/^bool/.test(type) && (only('integer') || held.size === 0)) return told('Boolean');
  if (/^(date|datetime|timestamp)/.test(type) && only('integer', 'big')) return told('DateTime');
  if (only('integer')) return told(/big|int8/.test(type) ? 'BigInt' : 'Int');
  if (only('integer', 'big')) return told('BigInt');
  if (only('integer', 'big', 'real')) return told(/^(decimal|numeric)/.test(type) ? 'Decimal' : 'Float');
  if (held.size > 0) return null;
  if (/int/.test(type)) return told(/big|int8/.test(type) ? 'BigInt' : 'Int');
  if (/real|floa|doub/.test(type)) return told('Float');
  return told(/blob/.test(type) ? 'Bytes' : 'String');
}

/** How Prisma reads a column; null where it cannot. `held`: from `readHeldKinds`. */
export function prismaType(
  engine: Engine,
  column: CatalogueColumn,
  held: ReadonlySet<string> = new Set(),
): PrismaType | null {
  if (engine === 'sqlite') return sqlite(column, held);
  const write = { postgresql, mysql, sqlserver }[engine][column.type];
  return write ? write(column) : null;
}
