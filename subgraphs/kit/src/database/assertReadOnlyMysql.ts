import { InputFault } from '../command/InputFault.ts';
import type { ReadDatabase } from './assertReadOnly.ts';

/** All that a reader may be granted. Not EXECUTE: a procedure may change what its author may. */
const reading: ReadonlySet<string> = new Set(['USAGE', 'SELECT', 'SHOW VIEW', 'SHOW DATABASES']);

type Granted = Readonly<{ privileges: readonly string[]; role: string | null }>;

/**
 * Throws one sentence where the user of this connection, or a role it may take on, is granted more than reading on MariaDB or MySQL.
 *
 * Judged by what is granted and not by trying: its session is for reading, and every write would be refused for that.
 */
export async function assertReadOnlyMysql(db: ReadDatabase, whose: string): Promise<void> {
  const [self] = await db.$queryRawUnsafe<readonly Readonly<{ user: string }>[]>('SELECT CURRENT_USER() AS user');
  const user = self?.user ?? 'unknown';
  const seen = new Set<string>();
  const check = async (lines: readonly string[]): Promise<void> => {
    for (const { privileges, role } of lines.map(grantIn)) {
      const more = privileges.find((privilege) => !reading.has(privilege));
      if (more !== undefined)
        throw new InputFault(`User ${user} of ${whose}’s database is granted ${more}. Use a user with SELECT only.`);
      if (role === null || seen.has(role)) continue;
      seen.add(role);
      // INVARIANT: a role that cannot be looked into is one that may change something.
      const itsLines = await linesOf(db, `SHOW GRANTS FOR ${role}`).catch(() => {
        throw new InputFault(
          `User ${user} of ${whose}’s database can take on the role ${role}, but cannot see what that role is granted. Use a user without roles.`,
        );
      });
      await check(itsLines);
    }
  };
  await check(await linesOf(db, 'SHOW GRANTS'));
}

const linesOf = async (db: ReadDatabase, statement: string): Promise<readonly string[]> => {
  const rows = await db.$queryRawUnsafe<readonly Readonly<Record<string, unknown>>[]>(statement);
  return rows.map((row) => String(Object.values(row)[0]));
};

/**
 * `GRANT SELECT, UPDATE (a, b) ON … TO …` grants privileges, a quoted name before `TO` a role. What does not read so is taken for a
 * privilege of its own, which no reader has.
 */
function grantIn(line: string): Granted {
  if (/^SET DEFAULT ROLE /.test(line)) return { privileges: [], role: null };
  const role = /^GRANT ((?:`(?:[^`]|``)*`)(?:@`(?:[^`]|``)*`)?) TO /.exec(line)?.[1];
  if (role !== undefined) return { privileges: [], role };
  const list = /^GRANT ([A-Z ,]+(?: \([^)]*\))?(?:, [A-Z ,]+(?: \([^)]*\))?)*) ON /.exec(line)?.[1];
  if (list === undefined) return { privileges: ['what this program does not know'], role: null };
  const privileges = list.replaceAll(/ ?\([^)]*\)/g, '').split(/, ?/);
  return { privileges: privileges.map((privilege) => privilege.trim()), role: null };
}
