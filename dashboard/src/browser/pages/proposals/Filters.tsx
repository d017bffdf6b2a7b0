import { useTranslation } from 'react-i18next';
import { CheckOne } from '../../parts/Checks.tsx';
import { Select } from '../../parts/Select.tsx';
import { kinds, statuses } from './codes.ts';
import styles from './proposals.module.css';

/** Which proposals to list. */
export type ProposalFilter = Readonly<{
  state: (typeof statuses)[number] | 'ALL';
  kind: (typeof kinds)[number] | 'ALL';
  mine: boolean;
}>;

type Props = Readonly<{ filter: ProposalFilter; onChange: (filter: ProposalFilter) => void }>;

/** Chooses which proposals to list. */
export function Filters({ filter, onChange }: Props) {
  const { t } = useTranslation('proposals');
  const every = { id: 'ALL', label: t('filter.every') } as const;
  return (
    <div className={styles.filters}>
      <Select
        label={t('filter.state')}
        choices={[every, ...statuses.map((id) => ({ id, label: t(`status.${id}`) }))]}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
      />
      <Select
        label={t('filter.kind')}
        choices={[every, ...kinds.map((id) => ({ id, label: t(`kind.${id}`) }))]}
        value={filter.kind}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <CheckOne label={t('filter.mine')} value={filter.mine} onChange={(mine) => onChange({ ...filter, mine })} />
    </div>
  );
}
