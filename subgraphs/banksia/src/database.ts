import type { DatabaseLimits } from '@accord/kit/database/adapterOptions';
import { mariaDb } from '@accord/kit/database/mariaDb';
import { sparing } from '@accord/kit/database/sparing';
import { watched } from '@accord/kit/database/watched';
import { PrismaClient } from './generated/prisma/client.ts';

/** Opens CareTrack's database for reading. Connects on the first query; close it with `$disconnect()`. */
export const openDatabase = (url: string, limits?: DatabaseLimits): PrismaClient =>
  sparing(new PrismaClient({ adapter: watched(mariaDb(url, limits)) }));
