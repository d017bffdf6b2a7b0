import type { DocumentNode } from 'graphql';
import { ChartNoAxesColumn, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Card } from './Card.tsx';
import { Chart, type Draw } from './Chart.tsx';
import { CopyQuery } from './CopyQuery.tsx';
import styles from './Figure.module.css';
import { type FigureColumn, FigureTable } from './FigureTable.tsx';

type Props<Row> = Readonly<{
  title: string;
  /** What the chart shows, for people who cannot see it. */
  description: string;
  draw: Draw;
  /** The same numbers, row by row. */
  columns: readonly FigureColumn<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  /** The query behind the figure. */
  asked: Readonly<{ document: DocumentNode; variables?: object }>;
  /** Controls for this figure only. */
  controls?: ReactNode;
  /** How to read it, who contributed and who is missing: always visible. */
  note: ReactNode;
}>;

/**
 * A chart with its table and its query. The table is always in the document: visible if chosen or on paper, else for screen readers
 * only.
 */
export function Figure<Row>({ title, description, draw, columns, rows, idOf, asked, controls, note }: Props<Row>) {
  const { t } = useTranslation('frame');
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  return (
    <Card title={title} actions={<ChartOrTable title={title} shown={shown} onChange={setShown} />}>
      {controls && <div className={styles.controls}>{controls}</div>}
      <div className={shown === 'chart' ? styles.inSight : styles.away}>
        <Chart title={title} description={description} draw={draw} />
      </div>
      <div className={shown === 'table' ? styles.inSight : styles.forReaders}>
        <FigureTable
          {...{ title, columns, rows, idOf }}
          label={shown === 'table' ? t('figure.tableOf', { title }) : undefined}
        />
      </div>
      <div className={styles.note}>{note}</div>
      <div className={styles.copy}>
        <CopyQuery {...asked} />
      </div>
      <span role="status" className="visually-hidden">
        {shown === 'table' && t('figure.tableShown')}
      </span>
    </Card>
  );
}

type ToggleProps = Readonly<{
  title: string;
  shown: 'chart' | 'table';
  onChange: (shown: 'chart' | 'table') => void;
}>;

function ChartOrTable({ title, shown, onChange }: ToggleProps) {
  const { t } = useTranslation('frame');
  return (
    <ToggleButtonGroup
      aria-label={t('figure.showAs', { title })}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[shown]}
      onSelectionChange={(keys) => onChange(keys.has('table') ? 'table' : 'chart')}
      className={styles.toggle ?? ''}
    >
      <ToggleButton id="chart">
        <ChartNoAxesColumn aria-hidden size={16} />
        {t('figure.chart')}
      </ToggleButton>
      <ToggleButton id="table">
        <Table2 aria-hidden size={16} />
        {t('figure.table')}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
