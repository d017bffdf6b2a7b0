import { useTranslation } from 'react-i18next';
import { ForPurpose } from '../../frame/ForPurpose.tsx';
import { useKnown } from '../../frame/Known.tsx';
import { Page } from '../../frame/Page.tsx';
import { useKept } from '../../frame/Places.tsx';
import { later } from '../../parts/later.tsx';
import { Disclosures } from './Disclosures.tsx';
import { IntegrityCard } from './IntegrityCard.tsx';
import { emptySearch } from './Search.ts';

const LedgerFilter = later(async () => (await import('./LedgerFilter.tsx')).LedgerFilter);

/** The purposes that open an agency's own disclosures. */
const opening = ['QUALITY_IMPROVEMENT', 'ADMINISTRATION'];

/** Who saw what from the records of the person's own agency, and whether the ledger is unaltered. */
export default function Ledger() {
  const { t } = useTranslation('ledger');
  const { mayDo, me } = useKnown();
  const [search, setSearch] = useKept('search', emptySearch);
  return (
    <Page title={t('title')} lead={t('lead', { agency: me?.agency.name ?? '' })}>
      <ForPurpose opening={opening}>
        {mayDo.includes('ledgerIntegrity') && <IntegrityCard />}
        <LedgerFilter of={search} onChange={setSearch} />
        <Disclosures search={search} />
      </ForPurpose>
    </Page>
  );
}
