import type { DocumentNode } from 'graphql';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../../parts/Figure.tsx';
import { drawTimes } from '../draw/drawTimes.ts';
import { numbersIn } from '../numbers.ts';
import type { Reaudit } from './changeRows.ts';
import { monthPoints } from './monthPoints.ts';

type Props = Readonly<{
  /** Shares on a p-chart, or counts on an XmR chart. */
  kind: 'gapChart' | 'raisedChart';
  chart: Reaudit['gapChart'];
  asked: Readonly<{ document: DocumentNode; variables: object }>;
}>;

/** The months of both quarters with the limits the graph returns. Renders nothing if there is no chart. */
export function MonthFigure({ kind, chart, asked }: Props) {
  const { t, i18n } = useTranslation('partnership');
  const numbers = numbersIn(i18n.language);
  const format = kind === 'gapChart' ? numbers.percent : numbers.count;
  const points = useMemo(() => (chart ? monthPoints(chart, t('reaudit.leftOut')) : []), [chart, t]);
  const draw = useMemo(
    () =>
      drawTimes(points, {
        ...{ format, time: numbers.month, range: 'limits', center: chart?.center ?? null },
        to: kind === 'gapChart' ? 0.25 : 10,
      }),
    [points, chart, kind, i18n.language],
  );
  if (!chart) return null;
  type Row = (typeof points)[number];
  const limit = (value: number | null): string => (value === null ? '' : format(Math.max(0, value)));
  const shift = chart.shift === null ? 'few' : chart.shift ? 'yes' : 'no';
  return (
    <Figure
      title={t(kind === 'gapChart' ? 'reaudit.gapChart' : 'reaudit.raisedChart')}
      description={points
        .map(({ time, value, words }) => `${numbers.month(time)}: ${value === null ? words : format(value)}`)
        .join('; ')}
      draw={draw}
      columns={[
        { id: 'month', title: t('table.month'), of: ({ time }: Row) => numbers.month(time) },
        {
          ...{ id: 'value', title: t(kind === 'gapChart' ? 'table.rate' : 'table.value'), isNumber: true },
          of: ({ value, words }: Row) => (value === null ? words : format(value)),
        },
        { id: 'low', title: t('table.low'), of: ({ low }: Row) => limit(low), isNumber: true },
        { id: 'high', title: t('table.high'), of: ({ high }: Row) => limit(high), isNumber: true },
      ]}
      rows={points}
      idOf={({ time }) => time}
      asked={asked}
      note={
        <>
          <p>{t(kind === 'gapChart' ? 'reaudit.readGapChart' : 'reaudit.readRaisedChart')}</p>
          {kind === 'raisedChart' && <p>{t(`reaudit.shift.${shift}`)}</p>}
        </>
      }
    />
  );
}
