import type pg from 'pg';

/**
 * Throws where triggers made by these migrations are missing or disabled. Without them entries of the ledger could be changed, and replicas
 * would not notice what others put on file. The usual cause is a backup restored in part: triggers come last, and `psql` goes on after an
 * error.
 */
export async function assertWhole(scripts: readonly string[], holder: pg.Client): Promise<void> {
  const made = scripts.flatMap((script) => [...script.matchAll(/^CREATE TRIGGER "(\w+)"/gm)].map(([, name]) => name));
  const { rows } = await holder.query<{ name: string }>(
    `SELECT unnest($1::text[]) AS name EXCEPT SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A') ORDER BY name`,
    [made],
  );
  const [first, ...others] = rows.map(({ name }) => name);
  if (first === undefined) return;
  throw new Error(
    `the trigger "${first}"${others.length > 0 ? ` and ${others.length} more are` : ' is'} missing, as happens when a backup was only partly restored. Restore it completely (psql --single-transaction -v ON_ERROR_STOP=1, pg_restore --single-transaction)`,
  );
}
