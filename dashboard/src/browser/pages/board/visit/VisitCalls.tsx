import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../../languages/isolated.ts';
import styles from './Visit.module.css';
import type { VisitedPerson } from './Visit.tsx';

type Call = Readonly<{ number: string; who: string; what: string }>;

/** Whom to call: the workers of every agency that works with the person, and the person. */
export function VisitCalls({ of }: Readonly<{ of: VisitedPerson }>) {
  const { t } = useTranslation('board');
  const { t: inFrame } = useTranslation('frame');
  const workers: readonly Call[] = (of.involvement ?? []).flatMap(({ worker, record, until }) =>
    worker?.phone && until === null
      ? [
          {
            number: worker.phone,
            who: worker.name ?? worker.role ?? inFrame('unknownAgency'),
            what: [(worker.name && worker.role) || [], record.agency?.name ?? inFrame('unknownAgency')]
              .flat()
              .map(isolated)
              .join(' · '),
          },
        ]
      : [],
  );
  const own = [...new Set(of.records.flatMap(({ contact }) => contact?.phone ?? []))];
  const calls = [...workers, ...own.map((number): Call => ({ number, who: t('go.thePerson'), what: '' }))];
  return (
    <section className={styles.part}>
      <h2>{t('go.call')}</h2>
      {calls.length === 0 && <p>{t('go.noCall')}</p>}
      <ul className={styles.calls}>
        {calls.map(({ number, who, what }) => (
          <li key={`${number} ${what}`}>
            <a href={`tel:${number.replace(/[^+\d]/g, '')}`}>
              <Phone aria-hidden />
              <span>
                <strong>{who}</strong>
                <span>{number}</span>
                {what && <small>{what}</small>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
