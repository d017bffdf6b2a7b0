import type { DocumentNode } from 'graphql';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../../parts/Figure.tsx';
import { drawShares } from '../draw/drawShares.ts';
import { numbersIn } from '../numbers.ts';
import { WhoTold } from '../WhoTold.tsx';
import { type Audit, agencyRows } from './auditRows.ts';
import { useSayShare } from './useSayShare.ts';
import { useShareColumns } from './useShareColumns.ts';

type Props = Readonly<{ audit: Audit; asked: Readonly<{ document: DocumentNode; variables: object }> }>;

/** One quarter: each agency's share with its interval, and that of all together. */
export function AgencyFigure({ audit, asked }: Props) {
  const { t, i18n } = useTranslation('partnership');
  const { span, percent } = numbersIn(i18n.language);
  const say = useSayShare();
  const rows = useMemo(() => agencyRows(audit, t('audit.together'), say), [audit, t, say]);
  const draw = useMemo(
    () => drawShares(rows, { from: 0, to: 0.25, format: numbersIn(i18n.language).percent }),
    [rows, i18n.language],
  );
  const shareColumns = useShareColumns(percent);
  return (
    <Figure
      title={t('audit.byAgency', { quarter: span(audit) })}
      description={rows.map(({ name, words }) => t('figures.describePair', { agency: name, words })).join('; ')}
      draw={draw}
      columns={[
        { id: 'agency', title: t('table.agency'), of: ({ name }: (typeof rows)[number]) => name },
        ...shareColumns,
      ]}
      rows={rows}
      idOf={({ id }) => id}
      asked={asked}
      note={
        <>
          <p>{t('audit.read')}</p>
          <WhoTold
            told={audit.gapRate.agencies.map(({ name }) => name)}
            missing={[
              ...audit.missing.map(({ agency, why }) => ({ name: agency.name, why: say.why(why) })),
              ...audit.agencies.flatMap(({ agency, gapRate }) =>
                gapRate === null ? [{ name: agency.name, why: say.small }] : [],
              ),
            ]}
          />
        </>
      }
    />
  );
}
