import { useTranslation } from 'react-i18next';
import type { FigureColumn } from '../../../parts/FigureTable.tsx';

type Shown = Readonly<{
  words: string;
  share: Readonly<{ rate: number | null; low: number | null; high: number | null }> | null;
}>;

/** Columns for a share and its interval; without a share, the same words as in the chart. */
export function useShareColumns(percent: (share: number) => string): readonly FigureColumn<Shown>[] {
  const { t } = useTranslation('partnership');
  return [
    { id: 'rate', title: t('table.rate'), of: ({ words }) => words, isNumber: true },
    {
      ...{ id: 'range', title: t('table.range'), isNumber: true },
      of: ({ share }) =>
        share !== null && share.low !== null && share.high !== null && share.rate !== null
          ? t('audit.range', { low: percent(share.low), high: percent(share.high) })
          : '',
    },
  ];
}
