import type { DocumentNode } from 'graphql';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../../parts/Figure.tsx';
import { drawShares } from '../draw/drawShares.ts';
import { numbersIn } from '../numbers.ts';
import { WhoTold } from '../WhoTold.tsx';
import { changeRows, type Reaudit, whoIsCompared } from './changeRows.ts';

type Props = Readonly<{ reaudit: Reaudit; asked: Readonly<{ document: DocumentNode; variables: object }> }>;

/** Changes of shares with their intervals: the same records, and other records beside them. */
export function ChangeFigure({ reaudit, asked }: Props) {
  const { t, i18n } = useTranslation('partnership');
  const { count, points } = numbersIn(i18n.language);
  const rows = useMemo(() => {
    const numbers = numbersIn(i18n.language);
    const of = ({ part, whole }: Readonly<{ part: number; whole: number }>) =>
      t('reaudit.ofWhole', { part: numbers.count(part), whole: numbers.count(whole) });
    return changeRows(reaudit, {
      ...{ same: t('reaudit.same'), gap: t('reaudit.gap'), prevalence: t('reaudit.prevalence') },
      points: (difference) => t('reaudit.points', { points: numbers.points(difference) }),
      counts: (before, after) => t('reaudit.shares', { before: of(before), after: of(after) }),
      notTold: t('reaudit.notTold'),
    });
  }, [reaudit, t, i18n.language]);
  const draw = useMemo(
    () =>
      drawShares(rows, {
        ...{ from: -0.1, to: 0.1, format: numbersIn(i18n.language).points },
        none: { at: 0, word: t('reaudit.noChange') },
      }),
    [rows, t, i18n.language],
  );
  type Row = (typeof rows)[number];
  const { told, missing } = whoIsCompared(reaudit);
  const same = reaudit.sameRecords;
  return (
    <Figure
      title={t('reaudit.changes')}
      description={rows
        .map(({ name, words, change }) => `${name}: ${words}, ${t(`reaudit.verdict.${change.verdict}`)}`)
        .join('; ')}
      draw={draw}
      columns={[
        { id: 'what', title: t('table.what'), of: ({ name }: Row) => name },
        { id: 'counts', title: t('table.counts'), of: ({ counts }: Row) => counts },
        { id: 'change', title: t('table.change'), of: ({ words }: Row) => words, isNumber: true },
        {
          ...{ id: 'range', title: t('table.range'), isNumber: true },
          of: ({ change: { low, high } }: Row) =>
            low !== null && high !== null ? t('audit.range', { low: points(low), high: points(high) }) : '',
        },
        {
          ...{ id: 'verdict', title: t('reaudit.verdictHead') },
          of: ({ change }: Row) => t(`reaudit.verdict.${change.verdict}`),
        },
      ]}
      rows={rows}
      idOf={({ id }) => id}
      asked={asked}
      note={
        <>
          <p>{t('reaudit.readChanges')}</p>
          {same && same.before.whole > 0 && (
            <p>
              {t('reaudit.pairs', {
                ...{ closed: count(same.closed), opened: count(same.opened) },
                ...{ both: count(same.both), neither: count(same.neither) },
              })}
            </p>
          )}
          <WhoTold told={told} missing={missing.map(({ name, why }) => ({ name, why: t(`why.${why}`) }))} />
        </>
      }
    />
  );
}
