import { useApolloClient } from '@apollo/client/react';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GraphFault } from '../../graph/GraphFault.ts';
import { Button } from '../../parts/Button.tsx';
import { useFaultWords } from '../../parts/useFaultWords.ts';
import type { HubWords } from '../../parts/useHubWords.ts';
import { asCsv } from './asCsv.ts';
import type { filterOf } from './filterOf.ts';
import { LedgerSearchDocument, type LedgerSearchQuery } from './generated/ledger.ts';

type Props = Readonly<{ filter: ReturnType<typeof filterOf> }>;

/** Saves the whole result as a file for a spreadsheet, however many pages it has. */
export function Export({ filter }: Props) {
  const { t } = useTranslation('ledger');
  const wordsOf = useFaultWords();
  const client = useApolloClient();
  const [state, setState] = useState<Readonly<{ busy: boolean; said: HubWords }>>({ busy: false, said: { label: '' } });
  const save = async () => {
    setState({ busy: true, said: { label: t('export.busy') } });
    try {
      const found = await all(client, filter);
      download('ledger.csv', asCsv(found));
      setState({ busy: false, said: { label: t('export.done', { count: found.length }) } });
    } catch (error) {
      setState({ busy: false, said: wordsOf(GraphFault.from(error)) });
    }
  };
  return (
    <>
      <span role="status" lang={state.said.lang}>
        {state.said.label}
      </span>
      <Button onPress={save} isDisabled={state.busy}>
        <Download aria-hidden size={18} />
        {t('export.go')}
      </Button>
    </>
  );
}

type Nodes = LedgerSearchQuery['disclosures']['nodes'];

/** Loads every page. Throws if one fails: half a list must not look like a whole one. */
async function all(client: ReturnType<typeof useApolloClient>, filter: Props['filter']): Promise<Nodes> {
  const found: Nodes[number][] = [];
  let after: string | null = null;
  do {
    const { data }: { data?: LedgerSearchQuery | undefined } = await client.query({
      query: LedgerSearchDocument,
      variables: { filter, first: 100, after },
      errorPolicy: 'none',
      fetchPolicy: 'no-cache',
    });
    if (!data) throw new GraphFault('UNREADABLE', '');
    found.push(...data.disclosures.nodes);
    after = data.disclosures.pageInfo.hasNextPage ? data.disclosures.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
