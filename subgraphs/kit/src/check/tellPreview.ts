import { demonstrationRequesters } from './demonstrationRequesters.ts';
import { leavesOf } from './leavesOf.ts';
import type { PreviewedSection } from './previewRecord.ts';

const pathWidth = 30;
const valueWidth = 40;
const rowWidth = 120;

/** A preview as text: for each section the rows it was read from, and beside each value who of the demonstration would see it. */
export function tellPreview(agency: string, number: string, sections: readonly PreviewedSection[]): string {
  const shown = new Map<string, number>();
  return [
    `Record ${number} of ${agency}: as it is on file, as the contract tells it, and who would see it. Nothing left this machine.`,
    '',
    ...demonstrationRequesters.map(({ id, relyingOn }) => `  ${id.padEnd(6)}${relyingOn}`),
    ...sections.flatMap((section) => tellSection(section, shown)),
    '',
    'yes: released. -: withheld, which to them looks like something you do not have.',
    ...(sections.some((section) => keptPaths(section).size > 0)
      ? ['kept: the rules would release it, but your own policy keeps it back.']
      : []),
  ].join('\n');
}

function tellSection(previewed: PreviewedSection, shown: Map<string, number>): readonly string[] {
  const { section, rows, told, seenBy, faults } = previewed;
  const kept = keptPaths(previewed);
  const leaves = leavesOf(told, section);
  const seen = new Map([...seenBy].map(([id, value]) => [id, leavesOf(value, section)] as const));
  return [
    '',
    `${section}${leaves.size === 0 ? ': nothing told' : ''}`,
    ...rows.flatMap((row) => tellRow(row, shown)),
    ...(leaves.size === 0 ? [] : [`  ${' '.repeat(pathWidth + valueWidth + 2)}${names}`.trimEnd()]),
    ...[...leaves].map(([path, value]) => {
      const marks = demonstrationRequesters.map(({ id }) =>
        (seen.get(id)?.has(path) ? 'yes' : kept.get(id)?.has(path) ? 'kept' : '-').padEnd(6),
      );
      const place = path.slice(section.length).replace(/^\./, '');
      return `  ${fit(place, pathWidth)} ${fit(value, valueWidth)} ${marks.join('')}`.trimEnd();
    }),
    ...faults.map((fault) => `  ! ${fault}`),
  ];
}

/** By requester, where the values stand that the policy takes from them. */
function keptPaths({ section, seenBy, withoutPolicy }: PreviewedSection): ReadonlyMap<string, ReadonlySet<string>> {
  const kept = [...withoutPolicy].map(([id, value]) => {
    const seen = leavesOf(seenBy.get(id), section);
    return [id, new Set([...leavesOf(value, section).keys()].filter((path) => !seen.has(path)))] as const;
  });
  return new Map(kept.filter(([, paths]) => paths.size > 0));
}

/** The same as data: of each requester what they see, and where the policy keeps something back. */
export const previewJson = (agency: string, number: string, sections: readonly PreviewedSection[]): string =>
  JSON.stringify(
    {
      ...{ agency, record: number },
      requesters: demonstrationRequesters.map(({ id, relyingOn }) => ({ id, relyingOn })),
      sections: sections.map((previewed) => ({
        section: previewed.section,
        rows: previewed.rows.map(plain),
        told: previewed.told,
        seenBy: Object.fromEntries(previewed.seenBy),
        keptBackByPolicy: Object.fromEntries([...keptPaths(previewed)].map(([id, paths]) => [id, [...paths]])),
        faults: previewed.faults,
      })),
    },
    (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    2,
  );

const names = demonstrationRequesters.map(({ id }) => id.padEnd(6)).join('');

/** A row's columns, also those of rows joined to it; a row that was shown before is only named. */
function tellRow(row: unknown, shown: Map<string, number>): readonly string[] {
  const columns = [...leavesOf(plain(row))].map(([column, value]) => `${column} ${oneLine(value) || "''"}`);
  const text = columns.join(' · ');
  const known = shown.get(text);
  if (known !== undefined) return [`  row ${known}, as above`];
  shown.set(text, shown.size + 1);
  const [first = '', ...others] = wrapped(columns);
  return [`  row ${shown.size}: ${first}`, ...others.map((line) => `      ${line}`)];
}

/** Columns in lines of a width that terminals have. */
function wrapped(columns: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const column of columns) {
    const line = lines.at(-1);
    if (line === undefined || line.length + column.length > rowWidth) lines.push(cut(column, rowWidth));
    else lines[lines.length - 1] = `${line} · ${column}`;
  }
  return lines;
}

/** Dates, numbers of any size and bytes as text; of a row, what can be shown. */
function plain(value: unknown): unknown {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'no date' : value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if (!isPlain(value)) return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, below]) => [name, plain(below)]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
const cut = (text: string, width: number): string => (text.length > width ? `${text.slice(0, width - 1)}…` : text);
const fit = (text: string, width: number): string => cut(oneLine(text), width).padEnd(width);
