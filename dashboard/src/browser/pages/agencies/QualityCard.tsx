import { useTranslation } from 'react-i18next';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Card } from '../../parts/Card.tsx';
import { CopyQuery } from '../../parts/CopyQuery.tsx';
import { Table, type TableColumn } from '../../parts/Table.tsx';
import { AgenciesQualityDocument, type AgenciesQualityQuery } from './generated/agencies.ts';

type Agency = AgenciesQualityQuery['agencies'][number];
type Quality = NonNullable<Agency['dataQuality']>;

const measures = [
  'records',
  'birthDatesMissing',
  'birthDatesEstimated',
  'recordsUntouched',
  'activeAlerts',
  'alertsWithoutReview',
  'reviewsOverdue',
  'alertCodesUnmapped',
  'needCodesUnmapped',
] as const satisfies readonly (keyof Quality)[];

/** How well records are kept: measures down, agencies across. An agency that does not count is shown as such, never as zero. */
export function QualityCard() {
  const { t } = useTranslation('agencies');
  const asked = useAsk(AgenciesQualityDocument);
  return (
    <Card title={t('quality.title')} actions={<CopyQuery document={AgenciesQualityDocument} />}>
      <p>{t('quality.text')}</p>
      <Answer of={asked}>{({ agencies }) => <Quality agencies={agencies} />}</Answer>
    </Card>
  );
}

function Quality({ agencies }: Readonly<{ agencies: readonly Agency[] }>) {
  const { t, i18n } = useTranslation('agencies');
  const numbers = new Intl.NumberFormat(i18n.language);
  const said = (count: Quality['records']): string => {
    if (!count) return t('quality.notCounted');
    if (count.suppressed || count.value === null) return t('quality.suppressed');
    return count.value === 0 ? numbers.format(0) : t('quality.atLeast', { value: numbers.format(count.value) });
  };
  const columns: readonly TableColumn<(typeof measures)[number]>[] = [
    { id: 'measure', title: t('quality.measure'), of: (measure) => t(`measures.${measure}`) },
    ...agencies.map(({ id, name, dataQuality }) => ({
      ...{ id, title: name, isNumber: true },
      of: (measure: (typeof measures)[number]) => said(dataQuality?.[measure] ?? null),
    })),
  ];
  return (
    <Table label={t('quality.title')} columns={columns} items={measures} idOf={(measure) => measure} narrow="FOLDS" />
  );
}
