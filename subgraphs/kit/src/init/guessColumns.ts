import type { CatalogueColumn, CatalogueTable } from '../database/Catalogue.ts';
import { columnsOf, type Reference } from '../database/references.ts';
import type { ColumnShape } from './ColumnShape.ts';
import { type ColumnIdea, columnWords } from './columnWords.ts';
import { epochUnit, isEpoch } from './epochColumn.ts';
import { meaningIn } from './meaningIn.ts';
import type { ColumnGuess } from './Proposal.ts';
import type { Shapes } from './readShapes.ts';
import { otherPeopleWords } from './tableWords.ts';

/** What is known about a column besides its name. */
type Seen = Readonly<{ column: CatalogueColumn; shape: ColumnShape; words: string; leads: Reference | undefined }>;

/** Points for a column in addition to those for its name, with the reason; null where it cannot be this idea. */
type Fit = (seen: Seen) => readonly [number, string] | null;

export const isText = ({ type }: CatalogueColumn): boolean =>
  /char|text|clob|citext|uuid|enum/.test(type) || type === '';

export function isDate(column: CatalogueColumn, shape: ColumnShape): boolean {
  if (/^(date|datetime|smalldatetime|timestamp)/.test(column.type) || isEpoch(column, shape)) return true;
  return shape.filled > 0 && shape.like.day + shape.like.writtenDay >= 0.8;
}

const dated: Fit = ({ column, shape }) => (isDate(column, shape) ? [0.4, whyDate(column, shape)] : null);
function whyDate(column: CatalogueColumn, shape: ColumnShape): string {
  const unit = epochUnit(column, shape);
  if (unit) return `holds what look like ${unit.toLowerCase()} counted from 1970`;
  return shape.days.pattern && isText(column)
    ? `holds dates written ${shape.days.pattern}${shape.like.day > 0 ? ' or YYYY-MM-DD' : ''}`
    : 'holds dates';
}

const look =
  (kind: 'phone' | 'email' | 'postcode' | 'name', what: string): Fit =>
  ({ column, shape, leads }) => {
    if (leads || (!isText(column) && kind !== 'postcode' && kind !== 'phone') || isDate(column, shape)) return null;
    if (shape.filled === 0) return [0.1, 'empty in the sample'];
    return shape.like[kind] > 0.5
      ? [0.4, `holds what look like ${what}`]
      : kind === 'name' || kind === 'phone'
        ? [0.1, 'holds text']
        : null;
  };

const text: Fit = ({ column, shape, leads }) =>
  isText(column) && !leads && !isDate(column, shape) ? [0.2, 'holds text'] : null;

const prose: Fit = ({ column, shape, leads }) => {
  if (!isText(column) || leads || isDate(column, shape)) return null;
  if (shape.like.prose > 0.4 || shape.meanLength > 40) return [0.45, 'holds sentences'];
  if (shape.filled > 0 && shape.meanLength < 8) return null;
  return /text|max|clob/.test(column.written.toLowerCase()) || (column.sizes[0] ?? 0) >= 200
    ? [0.2, 'has room for long text']
    : [0.05, 'holds text'];
};

const coded: Fit = ({ column, shape, words, leads }) => {
  // A column whose codes are people's initials or numbers is not a list of kinds.
  if (otherPeopleWords.test(words) || (leads && otherPeopleWords.test(meaningIn(leads.to.name).join(' ')))) return null;
  if (isDate(column, shape) || shape.like.prose > 0.3) return null;
  if (leads) return [0.35, `refers to ${leads.to.name}`];
  if (column.values) return [0.35, 'an enum'];
  if (shape.codes.length > 0) return [0.3, `holds ${shape.codes.length} different codes`];
  return shape.filled === 0 || (shape.meanLength < 12 && isText(column)) ? [0.05, 'holds short values'] : null;
};

const fits: Readonly<Record<ColumnIdea, Fit>> = {
  given: look('name', 'names'),
  family: look('name', 'names'),
  fullName: look('name', 'names'),
  nick: look('name', 'names'),
  former: look('name', 'names'),
  birth: dated,
  accuracy: (seen) => (columnWords.birth.test(seen.words) || /accuracy/.test(seen.words) ? coded(seen) : null),
  sex: ({ column, shape, leads }) => {
    if (shape.filled > 0 && shape.like.sex > 0.8) return [0.4, 'holds what look like sex codes'];
    return leads || column.values || shape.codes.length > 0 || shape.filled === 0 ? [0.2, 'holds codes'] : null;
  },
  language: (seen) => text(seen) ?? coded(seen),
  culture: text,
  phone: look('phone', 'telephone numbers'),
  email: look('email', 'e-mail addresses'),
  value: ({ column, shape, leads }) =>
    isText(column) && !leads && shape.like.phone + shape.like.email > 0.7
      ? [0.4, 'holds what look like telephone numbers and e-mail addresses']
      : null,
  line: (seen) => (seen.shape.filled > 0 && seen.shape.like.yesNo > 0.8 ? null : text(seen)),
  suburb: text,
  state: ({ column, shape }) =>
    isText(column) && shape.meanLength <= 20 && !/stat(us)?\b/.test(column.name.toLowerCase())
      ? [0.1, 'holds short values']
      : null,
  postcode: look('postcode', 'postcodes'),
  kind: coded,
  severity: coded,
  certainty: coded,
  status: coded,
  text: prose,
  // When a row was last changed, or somebody died, does not say when the thing it describes began.
  begin: (seen) =>
    /\b(modified|changed|updated|edited|audit|death|died|deceased)\b/.test(seen.words) ? null : dated(seen),
  end: dated,
  review: dated,
  reason: text,
  programme: (seen) => (seen.leads ? [0.3, `refers to ${seen.leads.to.name}`] : text(seen)),
  author: (seen) =>
    seen.leads
      ? [0.3, `refers to ${seen.leads.to.name}`]
      : isText(seen.column) && !isDate(seen.column, seen.shape)
        ? [0.05, 'holds text']
        : null,
  position: (seen) => (seen.leads || seen.column.values ? coded(seen) : text(seen)),
  login: (seen) => (isText(seen.column) ? [0.2, 'holds text'] : null),
};

/**
 * Assigns a table's columns to these ideas, in the order in which the ideas choose; each column is used once at most.
 * `prefix`: words that every column's name begins with (`NT_DT`, `NT_TXT`) carry no meaning and are ignored.
 */
export function guessColumns(
  table: CatalogueTable,
  ideas: readonly ColumnIdea[],
  shapes: Shapes,
  references: readonly Reference[],
  used: ReadonlySet<string> = new Set(),
): readonly ColumnGuess[] {
  const prefix = sharedPrefix(table);
  const plainly = withoutInitial(table);
  const seen = table.columns.map((column): Seen => {
    const words = meaningIn(column.name);
    const kept = prefix !== null && words[0] === prefix && words.length > 1 ? words.slice(1) : words;
    const leads = references.find((one) => one.from === table && columnsOf(one).includes(column.name));
    return { column, shape: shapes.of(table, column.name), words: kept.map(plainly).join(' '), leads };
  });
  const free = new Set(seen.filter(({ column }) => !used.has(column.name) && !isKey(table, column)));
  // A kind may be part of a key of several columns: one row for each case and kind.
  const kinds = seen.filter(
    ({ column, leads }) => !used.has(column.name) && isKey(table, column) && !leads && isText(column),
  );
  return ideas.flatMap((idea): ColumnGuess[] => {
    const scored = [...free, ...(idea === 'kind' && table.primaryKey.length > 1 ? kinds : [])].flatMap((one) => {
      const place = nameMatch(idea, one.words);
      const fit = fits[idea](one);
      return place === 0 || fit === null ? [] : [{ one, score: place + fit[0], why: fit[1] }];
    });
    const best = scored.reduce<(typeof scored)[number] | null>(
      (most, next) => (most === null || next.score > most.score ? next : most),
      null,
    );
    if (best === null || best.score < 0.55) return [];
    free.delete(best.one);
    return [
      {
        idea,
        column: best.one.column,
        confidence: Math.min(best.score, 0.97),
        reasons: [`has a matching name`, best.why],
      },
    ];
  });
}

const isKey = ({ primaryKey }: CatalogueTable, { name }: CatalogueColumn): boolean => primaryKey.includes(name);

const short = /^(date|dt|type|typ|number|text|txt|code|cd|time|desc|status|kind|value)$/;

/** Words without a letter before them that stands for the table: `ptype` and `pnumber` in a table of phones, `ndate` in one of notes. */
function withoutInitial({ name }: CatalogueTable): (word: string) => string {
  const initials = new Set(meaningIn(name).map((word) => word.charAt(0)));
  return (word) => (initials.has(word.charAt(0)) && short.test(word.slice(1)) ? word.slice(1) : word);
}

/** A name that consists only of the idea's words scores higher than one that contains them among others. */
function nameMatch(idea: ColumnIdea, words: string): number {
  const found = columnWords[idea].exec(words)?.[0];
  if (found === undefined) return 0;
  const generic = /^(date|dt|on|datum|when|key|by|st|on|to|cat|name|code|cd)$/.test(found);
  return (generic ? 0.4 : 0.5) + 0.1 * (found.length / words.length);
}

/** The word that all but a few of a table's column names begin with; null for a table with only a few columns. */
function sharedPrefix({ columns }: CatalogueTable): string | null {
  const counts = new Map<string, number>();
  for (const { name } of columns) {
    const [first, ...more] = meaningIn(name);
    if (first !== undefined && more.length > 0) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && columns.length >= 4 && most[1] >= columns.length * 0.6 ? most[0] : null;
}
