import type { Mapping } from '@accord/kit/Mapping';
import type { FiledRecord } from '@accord/people/InventedPerson';
import { figuresIn } from '@accord/seeding/figuresIn';
import { linkageOf, linkagePages } from '@accord/seeding/linkageOf';
import { toldBy, toldByEach } from '@accord/seeding/toldBy';
import { toldOf } from '@accord/seeding/toldOf';

type Filed = Readonly<{
  mapping(): Mapping;
  filed: readonly FiledRecord[];
  /** Values that override what the agency's tables have no place for. */
  without?: Partial<FiledRecord>;
}>;

/**
 * Tests for an agency whose record numbers are whole numbers: what was filed is served, linked and counted, whatever its
 * tables look like.
 */
export function tellsWhatIsFiled({ mapping, filed, without = {} }: Filed): void {
  test('every filed record is served as it was filed', async () => {
    const read = await toldByEach(
      mapping(),
      filed.map(({ number }) => number),
    );
    expect(read).toEqual(filed.map((record) => toldOf({ ...record, ...without })));
  });

  test('a number spelt differently matches no record', async () => {
    const number = String(filed[0]?.number);
    for (const other of [`0${number}`, ` ${number}`, `${number}.0`, `${number}e0`, '-1', '99999999999', 'x', ''])
      expect(await toldBy(mapping(), other)).toBeNull();
  });

  test('linkage comes page by page and includes every record on file once', async () => {
    const pages = await linkagePages(mapping(), 7);
    expect(Math.max(...pages.map((page) => page.length))).toBe(7);
    const byNumber = new Map(pages.flat().map((row) => [row.number, row]));
    expect(byNumber.size).toBe(pages.flat().length);
    expect(await mapping().linkage?.count?.()).toBe(byNumber.size);
    expect(byNumber).toEqual(new Map(filed.map((record) => [record.number, linkageOf(record)])));
  });

  test('figures count what was on file in the period, both days included', async () => {
    const oneDay = filed[1]?.alerts[0]?.raisedOn ?? '2026-03-03';
    for (const period of [
      { from: '2026-01-01', to: '2026-06-30' },
      { from: '1900-01-01', to: '2026-11-22' },
      { from: oneDay, to: oneDay },
    ]) {
      const figures = await mapping().figures?.(period);
      expect(figures && { ...figures, alerts: byCode(figures.alerts), needs: byCode(figures.needs) }).toEqual(
        figuresIn(filed, period),
      );
    }
  });
}

const byCode = (counts: Iterable<readonly [string, number]>) => Object.fromEntries(counts);
