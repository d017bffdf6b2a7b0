import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAsk } from '../../graph/useAsk.ts';
import { AgencyName } from '../../parts/AgencyName.tsx';
import { Answer } from '../../parts/Answer.tsx';
import { Card } from '../../parts/Card.tsx';
import { CopyQuery } from '../../parts/CopyQuery.tsx';
import { Day } from '../../parts/Day.tsx';
import { FromHub } from '../../parts/FromHub.tsx';
import { ownAccess } from '../../parts/ownAccess.ts';
import { ShowMore } from '../../parts/ShowMore.tsx';
import { Table, type TableColumn } from '../../parts/Table.tsx';
import { useTerms } from '../../parts/useTerms.ts';
import { Export } from './Export.tsx';
import { filterOf } from './filterOf.ts';
import { LedgerSearchDocument, type LedgerSearchQuery } from './generated/ledger.ts';
import styles from './ledger.module.css';
import type { Search } from './Search.ts';

type Disclosure = LedgerSearchQuery['disclosures']['nodes'][number];

/** Disclosures from the records of the person's own agency, the newest first, and an export of them. */
export function Disclosures({ search }: Readonly<{ search: Search }>) {
  const { t } = useTranslation('ledger');
  const variables = useMemo(() => ({ filter: filterOf(search), first: 50 }), [search]);
  const asked = useAsk(LedgerSearchDocument, { variables });
  const columns = useColumns();
  return (
    <Card title={t('list.title')} actions={<Export filter={variables.filter} />}>
      <Answer of={asked}>
        {({ disclosures: { nodes, pageInfo } }) => (
          <>
            <Table
              label={t('list.title')}
              columns={columns}
              items={nodes.map((one, index) => ({ ...one, number: index }))}
              idOf={({ number }) => String(number)}
              empty={t('list.none')}
              narrow="FOLDS"
            />
            <div className={styles.row}>
              <ShowMore
                list={{ name: `disclosures ${JSON.stringify(search)}`, shown: nodes.length }}
                of={asked}
                page={pageInfo}
                merge={(before, next) => ({
                  disclosures: {
                    ...next.disclosures,
                    nodes: [...before.disclosures.nodes, ...next.disclosures.nodes],
                  },
                })}
              />
              <CopyQuery document={LedgerSearchDocument} variables={variables} />
            </div>
          </>
        )}
      </Answer>
    </Card>
  );
}

function useColumns(): readonly TableColumn<Disclosure>[] {
  const { t } = useTranslation('ledger');
  const { kind, purpose: word } = useTerms();
  return [
    { id: 'at', title: t('list.at'), of: ({ at }) => <Day of={at} withTime /> },
    {
      id: 'who',
      title: t('list.who'),
      // What somebody signs in with to see their own file is often their e-mail address, which is not the agency's to read here.
      of: ({ requester, requesterAgency, purpose }) =>
        purpose === ownAccess ? (
          t('list.person')
        ) : (
          <>
            {requester}
            <br />
            <AgencyName of={requesterAgency} />
          </>
        ),
    },
    { id: 'purpose', title: t('list.purpose'), of: ({ purpose }) => word(purpose) },
    {
      id: 'what',
      title: t('list.what'),
      of: ({ categories }) => (categories.length > 0 ? categories.map(kind).join(', ') : t('list.exists')),
    },
    {
      id: 'why',
      title: t('list.why'),
      of: ({ why }) => <FromHub>{why}</FromHub>,
    },
    {
      id: 'whom',
      title: t('list.whom'),
      of: ({ client }) =>
        client ? (
          <Link className={styles.id} to={`/people/${client.id}`}>
            {client.id}
          </Link>
        ) : (
          t('list.unknown')
        ),
    },
  ];
}
