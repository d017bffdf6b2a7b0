import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { Select } from '../../parts/Select.tsx';
import { useHubWords } from '../../parts/useHubWords.ts';
import styles from './client.module.css';
import type { OneAlert } from './holds.ts';

const severities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;

export type AlertsFilter = Readonly<{ code: string; atLeast: (typeof severities)[number] }>;

/** The filter that keeps every alert. */
export const allAlerts: AlertsFilter = { code: '', atLeast: 'LOW' };

/** True if an alert matches the filter. One whose severity is withheld is never left out for that. */
export const fits = ({ alert }: OneAlert, { code, atLeast }: AlertsFilter): boolean =>
  (code === '' || alert.code === code) &&
  (alert.severity === null || severities.indexOf(alert.severity) >= severities.indexOf(atLeast));

type Props = Readonly<{
  alerts: readonly OneAlert[];
  filter: AlertsFilter;
  onChange: (filter: AlertsFilter) => void;
}>;

/** Filters the alerts. */
export function AlertFilters({ alerts, filter, onChange }: Props) {
  const { t } = useTranslation('client');
  const { alertWord } = useKnown();
  const said = useHubWords();
  const codes = [...new Set(alerts.flatMap(({ alert }) => alert.code ?? []))];
  return (
    <div className={styles.filters}>
      <Select
        label={t('alerts.filter.code')}
        choices={[{ id: '', label: t('alerts.filter.every') }, ...codes.map((id) => ({ id, ...said(alertWord(id)) }))]}
        value={filter.code}
        onChange={(code) => onChange({ ...filter, code })}
      />
      <Select
        label={t('alerts.filter.atLeast')}
        choices={severities.map((id) => ({ id, label: t(`alerts.severity.${id}`) }))}
        value={filter.atLeast}
        onChange={(atLeast) => onChange({ ...filter, atLeast })}
      />
    </div>
  );
}
