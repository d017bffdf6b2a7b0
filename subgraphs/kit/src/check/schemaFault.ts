/** What a database or Prisma said, without anybody's values, and what to do. */
export type SchemaFault = Readonly<{ found: string; todo: string; table: string | null; column: string | null }>;

const remedy = 'Correct the schema, or run "accord-agency init" again.';

/** Of what a driver adapter gives as the cause, what is read here. Each engine fills other parts of it. */
type Cause = Readonly<
  Partial<Record<'kind' | 'table' | 'column' | 'originalCode' | 'originalMessage' | 'host', unknown>>
>;

/**
 * Reads an error of a Prisma client: tables and columns that are not there, values of another type, missing rights, a database that
 * does not answer. Null for any other error.
 *
 * The message itself is never passed on: databases quote the values of a statement in theirs.
 */
export function schemaFault(error: unknown): SchemaFault | null {
  const model = textIn(metaOf(error), 'modelName');
  const cause = causeOf(error);
  const said = String(cause.originalMessage ?? '');
  return (
    missingColumn(cause, said) ??
    missingTable(cause, said) ??
    refused(said) ??
    unreachable(cause) ??
    asPrismaSays(error, model)
  );
}

function missingColumn({ kind, column }: Cause, said: string): SchemaFault | null {
  // SQLite and SQL Server say it in words only.
  const place =
    /no such column: ([\w$ .]+)/.exec(said)?.[1] ??
    /Invalid column name '([^']+)'/.exec(said)?.[1] ??
    (kind === 'ColumnNotFound' && typeof column === 'string' ? column : undefined);
  if (place === undefined) return null;
  const parts = place.split('.');
  const name = parts.at(-1) ?? place;
  const table = parts.at(-2) ?? null;
  const whose = table === null ? 'A table' : `Table "${table}"`;
  return {
    found: `${whose} has no column "${name}", which prisma/schema.prisma says it has.`,
    todo: remedy,
    ...{ table, column: name },
  };
}

function missingTable({ kind, table }: Cause, said: string): SchemaFault | null {
  const place =
    /no such table: ([\w$ .]+)/.exec(said)?.[1] ??
    /Invalid object name '([^']+)'/.exec(said)?.[1] ??
    (kind === 'TableDoesNotExist' && typeof table === 'string' ? table : undefined);
  if (place === undefined) return null;
  const name = place.split('.').at(-1) ?? place;
  return {
    found: `There is no table "${name}", which prisma/schema.prisma says there is.`,
    todo: remedy,
    ...{ table: name, column: null },
  };
}

/** PostgreSQL, MySQL and MariaDB, SQL Server. */
const refusals = [
  /permission denied for (?:table|view|relation) "?([\w$]+)"?/,
  /SELECT command denied to user .* for table [`'](?:.*\.)?[`']?([\w$]+)[`']/,
  /SELECT permission was denied on the object '([^']+)'/,
];

function refused(said: string): SchemaFault | null {
  const table = refusals.map((words) => words.exec(said)?.[1]).find((name) => name !== undefined);
  if (table === undefined) return null;
  return {
    found: `The role in DATABASE_URL cannot read table "${table}".`,
    todo: 'Grant it SELECT on that table, or remove the model from prisma/schema.prisma.',
    ...{ table, column: null },
  };
}

function unreachable({ kind }: Cause): SchemaFault | null {
  if (kind !== 'DatabaseNotReachable' && kind !== 'ConnectionClosed' && kind !== 'SocketTimeout') return null;
  return {
    found: 'The database in DATABASE_URL does not answer.',
    todo: 'Start the database, or correct its address.',
    ...{ table: null, column: null },
  };
}

/** What the client finds by itself: a value of another type in a column, a statement that does not fit the schema. */
function asPrismaSays(error: unknown, model: string | null): SchemaFault | null {
  const message = String(Reflect.get(Object(error), 'message') ?? '');
  const of = model === null ? '' : ` of model ${model}`;
  const typed = /Expected an? ([^']+?) in column '([^']+)', got ([a-z ]+)/i.exec(message);
  if (typed) {
    const [, expected, column = '', got] = typed;
    return {
      found: `Column "${column}"${of} holds a ${got?.trim()} where prisma/schema.prisma says ${expected}.`,
      todo: remedy,
      ...{ table: model, column },
    };
  }
  if (nameOf(error) !== 'PrismaClientValidationError') return null;
  const unknown = /Unknown (?:argument|field) `(\w+)`(?:.* on model `(\w+)`)?/.exec(message);
  const invalid = /Argument `(\w+)`: Invalid value provided\. Expected [\w, ]+, provided [\w, ()]+\./.exec(message);
  const missing = /Argument `(\w+)` is missing/.exec(message);
  const what = unknown
    ? `names "${unknown[1]}", which is not in prisma/schema.prisma`
    : invalid
      ? `gives "${invalid[1]}" a value of a different type from that in prisma/schema.prisma`
      : missing
        ? `lacks "${missing[1]}"`
        : 'does not match prisma/schema.prisma';
  return {
    found: `A statement of the mapping ${what}.`,
    todo: 'Run "npm run build": the compiler then shows where.',
    ...{ table: unknown?.[2] ?? model, column: unknown?.[1] ?? invalid?.[1] ?? missing?.[1] ?? null },
  };
}

const nameOf = (error: unknown): string => String(Reflect.get(Object(error), 'name') ?? '');

const metaOf = (error: unknown): object => Object(Reflect.get(Object(error), 'meta'));

const causeOf = (error: unknown): Cause =>
  Object(Reflect.get(Object(Reflect.get(metaOf(error), 'driverAdapterError')), 'cause'));

function textIn(from: object, name: string): string | null {
  const value: unknown = Reflect.get(from, name);
  return typeof value === 'string' ? value : null;
}
