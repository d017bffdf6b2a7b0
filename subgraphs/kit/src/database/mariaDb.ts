import { PrismaMariaDb } from '@prisma/adapter-mariadb';
import { InputFault } from '../command/InputFault.ts';
import { adapterOptions, type DatabaseLimits } from './adapterOptions.ts';

type Field = Readonly<{ type: string }>;
type Result = unknown[][] & { meta?: readonly Field[] };
/** Where Prisma's adapter hands over what the driver gave, before it makes values of it. */
type Performing = { performIO?: (query: unknown) => Promise<Result> };

/**
 * Prisma's adapter for MariaDB and MySQL, for tables as they are: days and times that are no day (`0000-00-00`, `2026-02-00`) are null,
 * and SET columns are text (`voicemail,sms`). By itself it fails on such a time and on every SET.
 *
 * `url` as in DATABASE_URL. Connects on the first query. Throws where another version of the adapter works otherwise inside.
 */
export function mariaDb(
  url: string,
  limits?: DatabaseLimits,
): Pick<PrismaMariaDb, 'provider' | 'adapterName' | 'connect'> {
  const factory = new PrismaMariaDb(adapterOptions('mysql', url, limits));
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect();
      const performing = adapter as unknown as Performing;
      const perform = performing.performIO?.bind(adapter);
      if (!perform) throw new InputFault('This version of @prisma/adapter-mariadb is not supported. Install 7.10.');
      performing.performIO = async (query) => mended(await perform(query));
      return adapter;
    },
  };
}

function mended(result: Result): Result {
  const { meta } = result;
  if (!Array.isArray(result) || !meta) return result;
  for (const row of result)
    for (const [place, value] of row.entries())
      if (Array.isArray(value)) row[place] = value.join(',');
      else if (typeof value === 'string' && isTime(meta[place]) && isNoDay(value)) row[place] = null;
  return result;
}

const isTime = (field: Field | undefined): boolean => /^(NEW)?DATE|^TIMESTAMP/.test(field?.type ?? '');

const isNoDay = (value: string): boolean => Number.isNaN(Date.parse(`${value.slice(0, 10)}T00:00:00Z`));
