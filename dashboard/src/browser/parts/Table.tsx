import type { ReactNode } from 'react';
import { Table as AriaTable, Cell, Column, Row, TableBody, TableHeader } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './Table.module.css';

/** A column: its heading, and what it shows for a row. */
export type TableColumn<Item> = Readonly<{
  id: string;
  title: string;
  of: (item: Item) => ReactNode;
  /** True: numbers, right-aligned. */
  isNumber?: boolean;
}>;

type Props<Item> = Readonly<{
  /** What the table is, for people who cannot see what is above it. */
  label: string;
  columns: readonly TableColumn<Item>[];
  items: readonly Item[];
  idOf: (item: Item) => string;
  /** Shown if there are no rows. */
  empty?: string;
  /**
   * What happens in a narrow space: a table to compare down its columns scrolls; one to read row by row folds each row, its values
   * below each other.
   */
  narrow?: 'SCROLLS' | 'FOLDS';
}>;

/** A table whose first column names the row. However narrow the space, the page itself never scrolls sideways. */
export function Table<Item>({ label, columns, items, idOf, empty, narrow = 'SCROLLS' }: Props<Item>) {
  const { t } = useTranslation('frame');
  return (
    <div className={narrow === 'FOLDS' ? styles.folds : styles.scroll}>
      <AriaTable aria-label={label} className={styles.table ?? ''}>
        <TableHeader>
          {columns.map(({ id, title, isNumber }, index) => (
            <Column key={id} id={id} isRowHeader={index === 0} className={isNumber ? (styles.number ?? '') : ''}>
              {title}
            </Column>
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => empty ?? t('nothing')}>
          {items.map((item) => (
            <Row key={idOf(item)} id={idOf(item)}>
              {columns.map(({ id, title, of, isNumber }) => (
                <Cell key={id} data-title={title} className={isNumber ? (styles.number ?? '') : ''}>
                  <div>{of(item)}</div>
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </AriaTable>
    </div>
  );
}
