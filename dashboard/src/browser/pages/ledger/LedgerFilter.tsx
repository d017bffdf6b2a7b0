import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { Card } from '../../parts/Card.tsx';
import { CheckOne } from '../../parts/Checks.tsx';
import { DateField } from '../../parts/DateField.tsx';
import { Select } from '../../parts/Select.tsx';
import { useTerms } from '../../parts/useTerms.ts';
import { LedgerAgenciesDocument } from './generated/ledger.ts';
import styles from './ledger.module.css';
import { any, type Search } from './Search.ts';

type Props = Readonly<{ of: Search; onChange: (search: Search) => void }>;

/** Chooses which disclosures to list. The choices are in no address. */
export function LedgerFilter({ of, onChange }: Props) {
  const { t } = useTranslation('ledger');
  const { vocabulary } = useKnown();
  const { purpose: word } = useTerms();
  const { data } = useAsk(LedgerAgenciesDocument);
  const change = (part: Partial<Search>) => onChange({ ...of, ...part });
  const everybody = { id: any, label: t('filter.any') };
  return (
    <Card title={t('filter.title')}>
      <div className={styles.filter}>
        <Select
          label={t('filter.agency')}
          choices={[everybody, ...(data?.agencies ?? []).map(({ id, name }) => ({ id, label: name }))]}
          value={of.agency}
          onChange={(agency) => change({ agency })}
        />
        <Select
          label={t('filter.purpose')}
          choices={[everybody, ...(vocabulary?.purposes ?? []).map(({ code }) => ({ id: code, label: word(code) }))]}
          value={of.purpose}
          onChange={(purpose) => change({ purpose })}
        />
        <DateField label={t('filter.from')} value={of.from} onChange={(from) => change({ from })} />
        <DateField label={t('filter.to')} value={of.to} onChange={(to) => change({ to })} />
      </div>
      <CheckOne label={t('filter.toOthers')} value={of.toOthers} onChange={(toOthers) => change({ toOthers })} />
    </Card>
  );
}
