import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { Page } from '../../frame/Page.tsx';
import { Blocks } from './Blocks.tsx';
import { Glasses } from './Glasses.tsx';
import { NoticeList } from './NoticeList.tsx';

/** What waits for the person who is signed in; for a lead or manager, also what waits for their agency. */
export default function Notices() {
  const { t } = useTranslation('notices');
  const { mayDo } = useKnown();
  return (
    <Page title={t('title')} lead={t('lead')}>
      {mayDo.includes('notices') && <NoticeList />}
      {mayDo.includes('breakGlasses') && <Glasses />}
      {mayDo.includes('blocks') && <Blocks />}
    </Page>
  );
}
