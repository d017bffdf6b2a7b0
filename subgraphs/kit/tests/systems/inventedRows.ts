// The content of the invented systems: names, sentences, dates in several formats, and the statements that insert them.

export const given = [
  'Ada',
  'Bruno',
  'Chidi',
  'Dalia',
  'Emeka',
  'Farah',
  'Goran',
  'Hana',
  'Ivo',
  'Jana',
  'Kofi',
  'Lien',
];
export const family = [
  'Abara',
  'Brandt',
  'Castel',
  'Duarte',
  'Eskola',
  'Ferro',
  'Galanis',
  'Haddad',
  'Ibsen',
  'Jovanov',
  'Kamau',
  'Lindqvist',
];
export const sentences = [
  'Came in without an appointment and asked for the housing worker by name.',
  'Rang twice this week; both times the line went dead before we could speak.',
  'Says the new room is quiet and that sleep has been better since the move.',
];
export const people = Array.from({ length: 48 }, (_, n) => n + 1);
export const pick = (list: readonly string[], n: number): string => list[n % list.length] ?? '';
export const two = (n: number): string => String(n).padStart(2, '0');
export const iso = (year: number, n: number): string => `${year}-${two((n % 12) + 1)}-${two((n % 28) + 1)}`;
export const compact = (year: number, n: number): string => iso(year, n).replaceAll('-', '');
export const slashed = (year: number, n: number): string => iso(year, n).split('-').reverse().join('/');
export const sql = (value: string | number | null): string =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
export const insert = (table: string, rows: readonly (readonly (string | number | null)[])[]): string =>
  `INSERT INTO "${table}" VALUES ${rows.map((row) => `(${row.map(sql).join(', ')})`).join(', ')}`;

export const fillers = (names: readonly string[], columns: string): string =>
  names.map((name) => `CREATE TABLE "${name}" (${columns});`).join('\n');
