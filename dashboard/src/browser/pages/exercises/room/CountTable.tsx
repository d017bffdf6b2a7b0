import { useTranslation } from 'react-i18next';
import { Table } from '../../../parts/Table.tsx';
import styles from './room.module.css';

/** A thing and its count. */
export type Counted = Readonly<{ what: string; count: number }>;

type Props = Readonly<{ label: string; of: string; counts: readonly Counted[] }>;

/** Counts, each with a bar relative to the highest. The number carries the meaning; the bar only helps. */
export function CountTable({ label, of, counts }: Props) {
  const { t } = useTranslation('exercises');
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const sorted = [...counts].sort((a, b) => b.count - a.count);
  return (
    <Table
      label={label}
      items={sorted}
      idOf={({ what }) => what}
      columns={[
        { id: 'what', title: of, of: ({ what }) => what },
        {
          id: 'count',
          title: t('results.people'),
          of: ({ count }) => (
            <span className={styles.counted}>
              {count}
              <span aria-hidden className={styles.bar}>
                <i style={{ inlineSize: `${(100 * count) / most}%` }} />
              </span>
            </span>
          ),
        },
      ]}
    />
  );
}
