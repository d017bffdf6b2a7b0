/** Clients and workers in one table, whole names in one column, and marks for what must not be disclosed in others. */
export const mixed = (): string => {
  const rows = Array.from({ length: 24 }, (_, n) => {
    const [type, login] = n < 4 ? ['ST', `'bo${n}'`] : ['CL', 'NULL'];
    return `(${n}, '${type}', 'MOSS, Ada Mae', '1${n % 9}/02/1980', 'F', ${n === 5 ? "'13/02/2026'" : 'NULL'}, '0491 570 ${100 + n}', '${['Y', 'N', ''][n % 3]}',
      '${n} High St', 'Preston', '3072', '${['N', 'Y', ''][n % 3]}', ${login})`;
  });
  return `
    CREATE TABLE persons (pers_no INTEGER PRIMARY KEY, pers_type TEXT, full_name TEXT, birth_dt TEXT, sex_cd TEXT, death_dt TEXT, phone_mob TEXT,
      phone_safe_yn TEXT, addr1 TEXT, suburb TEXT, pcode TEXT, silent_addr_yn TEXT, login_id TEXT);
    CREATE TABLE pers_flag (flag_no INTEGER PRIMARY KEY, pers_no INTEGER, flag_cd TEXT, comments TEXT);
    CREATE TABLE pers_note (note_no INTEGER PRIMARY KEY, pers_no INTEGER, note_dt TEXT, note_txt TEXT);
    INSERT INTO persons VALUES ${rows.join(', ')};`;
};

/**
 * Addresses in a table of their own: silent ones, a refuge's by its kind, and ended ones. The marks for unsafe numbers are
 * with the people.
 */
export const housed = (kinds: string): string => {
  const values = (row: (n: number) => string) => Array.from({ length: 12 }, (_, n) => `(${row(n + 1)})`).join(', ');
  return `
    CREATE TABLE client (client_id INTEGER PRIMARY KEY, first_name TEXT, surname TEXT, dob DATE, mobile TEXT, phone_safe_yn TEXT);
    ${kinds}
    CREATE TABLE client_address (address_id INTEGER PRIMARY KEY, client_id INTEGER REFERENCES client, kind_cd TEXT ${kinds ? 'REFERENCES address_kind' : ''},
      street TEXT, suburb TEXT, postcode TEXT, silent TEXT, from_date TEXT, to_date TEXT, deleted_at TEXT);
    INSERT INTO client VALUES ${values((n) => `${n}, 'Ada', 'Moss', '1980-02-03', '0491 570 ${100 + n}', '${n % 2 ? 'Y' : 'N'}'`)};
    INSERT INTO client_address VALUES ${values((n) => `${n}, ${n}, '${['RES', kinds ? 'R2' : 'Refuge'][n % 2]}', '${n} High St', 'Preston', '3072', '${n % 3 ? 'N' : 'Y'}', '1${n % 9}/02/2026', '', NULL`)};`;
};

/** Contact details with one way per row, each with marks of its own. */
export const reached = (marks: string, values: string): string => {
  const numbers = Array.from({ length: 12 }, (_, n) => n + 1);
  const ways = numbers.flatMap((n) => [
    `(${n}, ${n}, 'MOB', '0491 570 ${100 + n}'`,
    `(${n + 12}, ${n}, 'EML', 'ada${n}@mail.example'`,
  ]);
  return `
    CREATE TABLE client (client_id INTEGER PRIMARY KEY, first_name TEXT, surname TEXT, dob DATE);
    CREATE TABLE client_contact (contact_id INTEGER PRIMARY KEY, client_id INTEGER REFERENCES client, contact_type TEXT, contact_value TEXT, ${marks});
    INSERT INTO client VALUES ${numbers.map((n) => `(${n}, 'Ada', 'Moss', '1980-02-03')`).join(', ')};
    INSERT INTO client_contact VALUES ${ways
      .map(
        (way, n) =>
          `${way}, ${values
            .split('|')
            .map((one) => one.trim().split(' ')[n % 4])
            .join(', ')})`,
      )
      .join(', ')};`;
};
