import { useTranslation } from 'react-i18next';
import { Page } from '../../frame/Page.tsx';
import { Caseload } from './Caseload.tsx';
import { Search } from './Search.tsx';

/** The worker's clients, and a search for anybody else. */
export default function People() {
  const { t } = useTranslation('people');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Search />
      <Caseload />
    </Page>
  );
}
