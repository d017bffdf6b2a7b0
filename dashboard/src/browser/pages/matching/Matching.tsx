import { useTranslation } from 'react-i18next';
import { Page } from '../../frame/Page.tsx';
import { useKept } from '../../frame/Places.tsx';
import { Select } from '../../parts/Select.tsx';
import { DeniedPairs } from './DeniedPairs.tsx';
import { WaitingPairs } from './WaitingPairs.tsx';

const scopes = ['MINE', 'AGENCY'] as const;
const lists = ['WAITING', 'DENIED'] as const;

/** Whose clients are shown. */
export type Scope = (typeof scopes)[number];

/**
 * Pairs of records that may be one person, shown to workers who know the person; and pairs said to be two people, which can be
 * taken back.
 */
export default function Matching() {
  const { t } = useTranslation('matching');
  const [of, setOf] = useKept<Scope>('of', 'MINE');
  const [list, setList] = useKept<(typeof lists)[number]>('list', 'WAITING');
  return (
    <Page
      title={t('title')}
      lead={t(list === 'WAITING' ? 'lead' : 'denied.lead')}
      actions={
        <>
          <Select
            label={t('list.label')}
            hideLabel
            choices={lists.map((id) => ({ id, label: t(`list.${id}`) }))}
            value={list}
            onChange={setList}
          />
          <Select
            label={t('of')}
            hideLabel
            choices={scopes.map((id) => ({ id, label: t(`scope.${id}`) }))}
            value={of}
            onChange={setOf}
          />
        </>
      }
    >
      {list === 'WAITING' ? <WaitingPairs of={of} /> : <DeniedPairs of={of} />}
    </Page>
  );
}
