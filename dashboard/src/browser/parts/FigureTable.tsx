import type { ReactNode } from 'react';
import styles from './Table.module.css';

/** A column of a figure's table. */
export type FigureColumn<Row> = Readonly<{
  id: string;
  title: string;
  of: (row: Row) => ReactNode;
  /** True: numbers, right-aligned. */
  isNumber?: boolean;
}>;

type Props<Row> = Readonly<{
  title: string;
  columns: readonly FigureColumn<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  /** The table's label when it is visible and can be scrolled by keyboard; left out if it is for screen readers only. */
  label?: string | undefined;
}>;

/** The numbers of a chart, for reading only: a plain table, which screen readers can navigate. */
export const FigureTable = <Row,>({ title, columns, rows, idOf, label }: Props<Row>) => (
  <section {...(label !== undefined && { className: styles.scroll, 'aria-label': label, tabIndex: 0 })}>
    <table className={styles.table}>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {columns.map(({ id, title: head, isNumber }) => (
            <th key={id} scope="col" className={isNumber ? styles.number : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={idOf(row)}>
            {columns.map(({ id, of, isNumber }, nth) =>
              nth === 0 ? (
                <th key={id} scope="row">
                  {of(row)}
                </th>
              ) : (
                <td key={id} className={isNumber ? styles.number : undefined}>
                  {of(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
