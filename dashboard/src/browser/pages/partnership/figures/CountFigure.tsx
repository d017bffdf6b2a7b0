import type { DocumentNode } from 'graphql';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../parts/Card.tsx';
import { Figure } from '../../../parts/Figure.tsx';
import { Select } from '../../../parts/Select.tsx';
import { numbersIn } from '../numbers.ts';
import type { Quarter } from '../quarters.ts';
import { WhoTold } from '../WhoTold.tsx';
import { type CountGroup, whoTold } from './countGroups.ts';
import { countLines } from './countLines.ts';
import { drawCounts } from './drawCounts.ts';
import { useSayCount } from './useSayCount.ts';

/** How many kinds are shown until the reader asks for more. */
const mostCommon = 5;

type Props = Readonly<{
  title: string;
  groups: readonly CountGroup[];
  asked: Readonly<{ document: DocumentNode; variables?: object }>;
  /** How to read it, if it does not compare two quarters. */
  read?: string;
  now?: Quarter;
  before?: Quarter;
}>;

/** Counts by agency, and by kind where there are several. */
export function CountFigure({ title, groups, asked, read, now, before }: Props) {
  const { t, i18n } = useTranslation('partnership');
  const say = useSayCount();
  const [shows, setShows] = useState<'most' | 'every'>('most');
  const shown = useMemo(() => (shows === 'most' ? groups.slice(0, mostCommon) : groups), [groups, shows]);
  const lines = useMemo(() => countLines(shown, say), [shown, say]);
  const draw = useMemo(() => drawCounts(lines, numbersIn(i18n.language).count), [lines, i18n.language]);
  const { span } = numbersIn(i18n.language);
  if (groups.length === 0)
    return (
      <Card title={title}>
        <p>{t('figures.none')}</p>
      </Card>
    );
  const rows = shown.flatMap((group) => group.counts.map((count) => ({ group, count })));
  const { told, missing } = whoTold(groups);
  const hasKinds = groups.some((group) => group.title !== null);
  const columns = [
    { id: 'agency', title: t('table.agency'), of: ({ count }: (typeof rows)[number]) => count.agency },
    ...(hasKinds
      ? [{ id: 'kind', title: t('table.kind'), of: ({ group }: (typeof rows)[number]) => group.title }]
      : []),
    {
      ...{ id: 'now', title: now ? t('table.now', { quarter: span(now) }) : t('table.value'), isNumber: true },
      of: ({ count }: (typeof rows)[number]) => say.told(count.now),
    },
    ...(before
      ? [
          {
            ...{ id: 'before', title: t('table.before', { quarter: span(before) }), isNumber: true },
            of: ({ count }: (typeof rows)[number]) => count.before && say.told(count.before),
          },
        ]
      : []),
  ];
  const first = lines.flatMap((line) =>
    line.kind === 'count' ? [t('figures.describePair', { agency: line.of.agency, words: line.words })] : [],
  );
  return (
    <Figure
      title={title}
      // With several kinds there is too much for a sentence; the table has it.
      description={t('figures.describe', { counts: hasKinds ? '' : first.join('; ') }).trim()}
      draw={draw}
      columns={columns}
      rows={rows}
      idOf={({ group, count }) => `${group.id} ${count.id}`}
      asked={asked}
      controls={
        groups.length > mostCommon && (
          <Select
            label={t('figures.which')}
            choices={[
              { id: 'most' as const, label: t('figures.most', { count: mostCommon }) },
              { id: 'every' as const, label: t('figures.every') },
            ]}
            value={shows}
            onChange={setShows}
          />
        )
      }
      note={
        <>
          <p>{read ?? (now && before && t('figures.read', { now: span(now), before: span(before) }))}</p>
          <WhoTold told={told} missing={missing.map(({ name, told: one }) => ({ name, why: say.told(one) }))} />
        </>
      }
    />
  );
}
