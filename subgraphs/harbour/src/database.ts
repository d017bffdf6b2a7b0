import { adapterOptions, type DatabaseLimits } from '@accord/kit/database/adapterOptions';
import { sparing } from '@accord/kit/database/sparing';
import { watched } from '@accord/kit/database/watched';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/prisma/client.ts';

/** Opens HarbourCare's database for reading. Connects on the first query; close it with `$disconnect()`. */
export const openDatabase = (url: string, limits?: DatabaseLimits): PrismaClient =>
  sparing(new PrismaClient({ adapter: watched(new PrismaPg(adapterOptions('postgresql', url, limits))) }));

/** Opens it for writing alerts, as the role that can write those tables and nothing else (`writes.sql`). */
export const openWriter = (url: string, limits?: DatabaseLimits): PrismaClient =>
  new PrismaClient({ adapter: new PrismaPg(adapterOptions('postgresql', url, limits, 'WRITE')) });
