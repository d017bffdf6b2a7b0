import type { DocumentNode } from 'graphql';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../../parts/Figure.tsx';
import { drawShares } from '../draw/drawShares.ts';
import { numbersIn } from '../numbers.ts';
import type { Reaudit } from './changeRows.ts';

type Props = Readonly<{ reaudit: Reaudit; asked: Readonly<{ document: DocumentNode; variables: object }> }>;

/** The ratio of alerts raised per month, after to before, with its interval. Renders nothing if the quarters overlap. */
export function RaisedFigure({ reaudit: { raised }, asked }: Props) {
  const { t, i18n } = useTranslation('partnership');
  const { times, count } = numbersIn(i18n.language);
  const rows = useMemo(() => {
    if (!raised) return [];
    const { estimate, low, high } = raised.ratio;
    const none = raised.before === null ? t('reaudit.notTold') : t('reaudit.verdict.UNKNOWN');
    const words = estimate === null ? none : t('reaudit.times', { times: numbersIn(i18n.language).times(estimate) });
    const value = estimate === null ? null : { at: estimate, low, high };
    return [{ id: 'raised', name: t('reaudit.raised'), value, words, raised }];
  }, [raised, t, i18n.language]);
  const draw = useMemo(
    () =>
      drawShares(rows, {
        ...{ from: 0, to: 2, format: numbersIn(i18n.language).count },
        none: { at: 1, word: t('reaudit.theSame') },
      }),
    [rows, t, i18n.language],
  );
  type Row = (typeof rows)[number];
  if (!raised) return null;
  return (
    <Figure
      title={t('reaudit.raisedTimes')}
      description={rows
        .map(({ name, words }) => `${name}: ${words}, ${t(`reaudit.verdict.${raised.ratio.verdict}`)}`)
        .join()}
      draw={draw}
      columns={[
        { id: 'what', title: t('table.what'), of: ({ name }: Row) => name },
        {
          ...{ id: 'counts', title: t('table.counts') },
          // Without any before there is no ratio, but the counts are still shown.
          of: ({ raised: { before, monthsBefore, after, monthsAfter } }: Row) =>
            before === null || after === null
              ? ''
              : t('reaudit.raisedCounts', {
                  ...{ before: count(before), monthsBefore, after: count(after), monthsAfter },
                }),
        },
        { id: 'change', title: t('table.change'), of: ({ words }: Row) => words, isNumber: true },
        {
          ...{ id: 'range', title: t('table.range'), isNumber: true },
          of: ({ raised: { ratio } }: Row) =>
            ratio.low !== null && ratio.high !== null
              ? t('audit.range', { low: times(ratio.low), high: times(ratio.high) })
              : '',
        },
        {
          ...{ id: 'verdict', title: t('reaudit.verdictHead') },
          of: ({ raised: { ratio } }: Row) => t(`reaudit.verdict.${ratio.verdict}`),
        },
      ]}
      rows={rows}
      idOf={({ id }) => id}
      asked={asked}
      note={<p>{t('reaudit.readRaised')}</p>}
    />
  );
}
