import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/prisma/client.ts';

/**
 * HarbourCare's database, for reading.
 *
 * The role in `url` is what keeps it read-only (the kit's `assertReadOnlyRole`); the session setting only makes a slip fail early.
 * Connects on the first query; close it with `$disconnect()`.
 */
export function openDatabase(url: string): PrismaClient {
  const adapter = new PrismaPg({ connectionString: url, options: '-c default_transaction_read_only=on', max: 8 });
  return new PrismaClient({ adapter });
}
