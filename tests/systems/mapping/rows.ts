/** One row of one of Marlin's tables, by column. */
type Row = Readonly<Record<string, string | number | null>>;

/** One of Marlin's files, and the number by which the partnership knows it. */
export type Filed = Readonly<{ number: string; owner: string }>;

/** Rows for this many adults and as many children, at two sites: even ones have everything, odd ones the least there can be. */
export function rowsOf(
  count: number,
): Readonly<{ tables: ReadonlyMap<string, readonly Row[]>; filed: readonly Filed[] }> {
  const nth = Array.from({ length: count }, (_, index) => index + 1);
  const adults = nth.map((n) => ({ n, SITE: n % 3 === 0 ? 'WEST' : 'EA/ST', NO: n }));
  const owners = [
    ...adults.map(({ n, SITE, NO }) => ({ n, OWNER: keyOf(SITE, NO) })),
    ...nth.map((n) => ({ n, OWNER: uuid(n) })),
  ];
  const full = owners.filter(({ n }) => n % 2 === 0);
  const numbered = full.map(({ OWNER }, at) => ({ OWNER, at: at + 1 }));
  return {
    filed: [
      ...adults.map(({ SITE, NO }) => ({ number: `ADULT/${keyOf(SITE, NO)}`, owner: keyOf(SITE, NO) })),
      ...nth.map((n) => ({ number: `CHILD/${uuid(n)}`, owner: uuid(n) })),
    ],
    tables: new Map<string, readonly Row[]>([
      [
        'TBL_ADULT',
        [
          ...adults.map(({ n, SITE, NO }) => ({
            ...{ SITE, NO, SURNAME: 'Moss                ', GIVEN: `Ada${n}`, DEL: 'N' },
            ...(n % 2 === 0
              ? { BIRTH: 19800203, SEX_CD: 'F', INFO: '{"speaks":["Vietnamese","English"]}' }
              : { BIRTH: 0, SEX_CD: '?', INFO: n === 1 ? '{"speaks": Viet' : null }),
          })),
          { SITE: 'WEST', NO: 0, SURNAME: 'Gone', GIVEN: 'Ada', DEL: 'Y', BIRTH: 0, SEX_CD: 'F', INFO: null },
          { SITE: 'WEST', NO: count + 1, SURNAME: 'Gone', GIVEN: 'Ada', DEL: 'Y', BIRTH: 0, SEX_CD: 'F', INFO: null },
        ],
      ],
      [
        'TBL_CHILD',
        nth.map((n) => ({
          UID: uuid(n),
          NAME_G: `Bo${n}`,
          NAME_F: 'Moss',
          BORN: n % 2 === 0 ? 42005 : null,
          GONE_AT: null,
        })),
      ],
      [
        'TBL_ADDR_HIST',
        numbered.flatMap(({ OWNER, at }) =>
          [
            ['1 Old Road', '2020-01-01', '2026-11-21'],
            ['2 Example Street ', '2026-11-22', ''],
            ['3 Later Lane', '2027-01-01', ''],
          ].map(([LINE = '', VALID_FROM = '', VALID_TO = ''], which) => ({
            ...{ ID: at * 3 + which, OWNER, LINE, SUBURB: 'Kew', VALID_FROM, VALID_TO },
          })),
        ),
      ],
      [
        'TBL_ATTR',
        full.flatMap(({ OWNER }) => [
          { OWNER, ATTR_CD: 'PH', ATTR_VAL: '0491 570 006' },
          { OWNER, ATTR_CD: 'NEED', ATTR_VAL: '3' },
          { OWNER, ATTR_CD: 'SHOE', ATTR_VAL: '38' },
        ]),
      ],
      ['TBL_PARTY', full.flatMap(({ OWNER, n }) => [`C${n % 40}`, 'C-ALL'].map((CASE_NO) => ({ OWNER, CASE_NO })))],
      [
        'TBL_CASE',
        [
          ...Array.from({ length: 40 }, (_, at) => ({
            CASE_NO: `C${at}`,
            OPENED: '3/2/2025',
            STAT: 'C',
            OFF_INI: 'BF',
          })),
          { CASE_NO: 'C-ALL', OPENED: '22/11/2026', STAT: 'O', OFF_INI: '??' },
        ],
      ],
      ['TBL_OFF', [{ INI: 'BF', FULL: 'Bo Finch' }]],
      ['TBL_RISK', numbered.map(({ OWNER, at }) => ({ RISK_NO: at, OWNER }))],
      [
        'TBL_RISK_VER',
        numbered.flatMap(({ at }) => [
          { RISK_NO: at, VER: 2, TYPE_CD: 'FV', OPEN_FL: 'Y', RAISED: 1795392000, TXT: 'as it stands' },
          { RISK_NO: at, VER: 1, TYPE_CD: 'MED', OPEN_FL: 'N', RAISED: 0, TXT: 'as it was' },
        ]),
      ],
      [
        'TBL_NOTE',
        numbered.flatMap(({ OWNER, at }) => [
          { NOTE_ID: at * 2, OWNER, BODY: 'A call.', TOPICS: '["HSG","HLT"]', DEL: 'N' },
          { NOTE_ID: at * 2 + 1, OWNER, BODY: 'Taken back.', TOPICS: '["HSG"]', DEL: 'Y' },
        ]),
      ],
    ]),
  };
}

/** `INSERT` statements for any engine. */
export const insertsOf = (tables: ReadonlyMap<string, readonly Row[]>): string =>
  [...tables]
    .flatMap(([table, rows]) => {
      const columns = Object.keys(rows[0] ?? {});
      const values = rows.map((row) => `(${columns.map((column) => literal(row[column] ?? null)).join(', ')})`);
      const into = `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES`;
      return rows.length === 0 ? [] : [`${into} ${values.join(', ')};`];
    })
    .join('\n');

const literal = (value: string | number | null): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? 'NULL');

const keyOf = (site: string, no: number): string => `${site.replaceAll('/', '~1')}/${no}`;
const uuid = (n: number): string => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
