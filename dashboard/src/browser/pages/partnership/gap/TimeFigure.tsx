import type { DocumentNode } from 'graphql';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../../parts/Figure.tsx';
import { Select } from '../../../parts/Select.tsx';
import { drawTimes } from '../draw/drawTimes.ts';
import { numbersIn } from '../numbers.ts';
import { type Audit, agenciesIn, timePoints } from './auditRows.ts';
import { useSayShare } from './useSayShare.ts';
import { useShareColumns } from './useShareColumns.ts';

const everybody = 'together';

type Props = Readonly<{
  audits: readonly Audit[];
  asked: Readonly<{ document: DocumentNode; variables: object }>;
}>;

/** Quarter by quarter: the share of one agency or of all together, with intervals. */
export function TimeFigure({ audits, asked }: Props) {
  const { t, i18n } = useTranslation('partnership');
  const say = useSayShare();
  const [which, setWhich] = useState<string>(everybody);
  const points = useMemo(() => timePoints(audits, which === everybody ? null : which, say), [audits, which, say]);
  const quarter = (from: string): string => {
    const found = audits.find((audit) => audit.from === from);
    return found ? numbersIn(i18n.language).span(found) : from;
  };
  const draw = useMemo(
    () => drawTimes(points, { format: numbersIn(i18n.language).percent, time: quarter, range: 'whiskers', to: 0.25 }),
    [points, i18n.language],
  );
  const shareColumns = useShareColumns(numbersIn(i18n.language).percent);
  return (
    <Figure
      title={t('audit.overTime')}
      description={points
        .map(({ time, words }) => t('figures.describePair', { agency: quarter(time), words }))
        .join('; ')}
      draw={draw}
      columns={[
        { id: 'quarter', title: t('table.quarter'), of: ({ time }: (typeof points)[number]) => quarter(time) },
        ...shareColumns,
      ]}
      rows={points}
      idOf={({ time }) => time}
      asked={asked}
      controls={
        <Select
          label={t('audit.which')}
          choices={[
            { id: everybody, label: t('audit.together') },
            ...agenciesIn(audits).map(({ id, name }) => ({ id, label: name })),
          ]}
          value={which}
          onChange={setWhich}
        />
      }
      note={<p>{t('audit.readTime')}</p>}
    />
  );
}
