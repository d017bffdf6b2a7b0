import { useTranslation } from 'react-i18next';
import { AgencyName } from '../../parts/AgencyName.tsx';
import { Card } from '../../parts/Card.tsx';
import { Fold } from '../../parts/Fold.tsx';
import { useTerms } from '../../parts/useTerms.ts';
import styles from './client.module.css';
import type { RestClient } from './Rest.tsx';

/** Kinds of information that are not shared for this purpose. It does not say whether there is any, nor why it is withheld. */
export function WithheldCard({ client: { records, withheld } }: Readonly<{ client: RestClient }>) {
  const { t, i18n } = useTranslation('client');
  const { kind } = useTerms();
  if (withheld.length === 0) return null;
  const list = new Intl.ListFormat(i18n.language);
  const kindsOf = (record: string) => withheld.flatMap((one) => (one.record.id === record ? [kind(one.category)] : []));
  return (
    <Card title={t('withheld.title')}>
      <p>{t('withheld.text')}</p>
      <Fold title={t('withheld.kinds')}>
        <ul className={styles.list}>
          {records.map(({ id, agency }) => {
            const kinds = kindsOf(id);
            return kinds.length === 0 ? null : (
              <li key={id}>
                <strong>
                  <AgencyName of={agency} />
                </strong>
                <p>{list.format(kinds)}</p>
              </li>
            );
          })}
        </ul>
      </Fold>
    </Card>
  );
}
