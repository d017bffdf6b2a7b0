import { useTranslation } from 'react-i18next';
import { Banner } from '../../../parts/Banner.tsx';
import { numbersIn } from '../numbers.ts';
import { type Audit, agenciesIn, allTooSmall, nothingPublished } from './auditRows.ts';

/** Says if no agency has published anything, and what to do; or if everything found is too small to disclose. */
export function NothingTold({ audits }: Readonly<{ audits: readonly Audit[] }>) {
  const { t, i18n } = useTranslation('partnership');
  if (nothingPublished(audits))
    return (
      <Banner>
        <h2>{t('audit.nothing.title')}</h2>
        <p>{t('audit.nothing.text')}</p>
        <p>{t('audit.nothing.do')}</p>
      </Banner>
    );
  if (!allTooSmall(audits)) return null;
  const looked = new Set(audits.flatMap(({ agencies }) => agencies.map(({ agency }) => agency.id)));
  const names = agenciesIn(audits).flatMap(({ id, name }) => (looked.has(id) ? [name] : []));
  return (
    <Banner>
      <p>{t('audit.nothing.small', { agencies: numbersIn(i18n.language).list(names) })}</p>
    </Banner>
  );
}
