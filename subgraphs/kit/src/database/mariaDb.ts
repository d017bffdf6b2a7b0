import { PrismaMariaDb } from '@prisma/adapter-mariadb';
import { InputFault } from '../command/InputFault.ts';
import { adapterOptions, type DatabaseLimits } from './adapterOptions.ts';

type Field = Readonly<{ type: string }>;
type Result = unknown[][] & { meta?: readonly Field[] };
/** The private method in which Prisma's adapter hands over the driver's result before converting the values. */
const performing = 'performIO';

/**
 * Prisma's adapter for MariaDB and MySQL, made to read tables as they are: zero and impossible dates (`0000-00-00`,
 * `2026-02-00`) become null, and SET columns become text (`voicemail,sms`). The plain adapter fails on such a date and on
 * every SET.
 *
 * `url` as in DATABASE_URL. Connects on the first query. Throws where another version of the adapter works differently
 * inside.
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
      const perform: unknown = Reflect.get(adapter, performing);
      if (typeof perform !== 'function')
        throw new InputFault('This version of @prisma/adapter-mariadb is not supported. Install 7.10.');
      Reflect.set(adapter, performing, async (query: unknown) => mended(await perform.call(adapter, query)));
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
