import { DOC_EXPLORER_PLUGIN, DocExplorerStore } from '@graphiql/plugin-doc-explorer';
import { GraphiQLProvider, type TabsState } from '@graphiql/react';
import { GraphiQL, GraphiQLInterface } from 'graphiql';
import { useMemo, useRef, useState } from 'react';
import { type Asker, askAs } from './askAs.ts';
import { Bar } from './Bar.tsx';
import { memoryStorage } from './memoryStorage.ts';
import type { Demonstration } from './readDemonstration.ts';

const FIRST_LINES = '# Write an operation here.\n# Ctrl + Enter runs it.\n';

/** GraphiQL below the bar that says in whose name it asks. */
export function Workbench({ demonstration }: Readonly<{ demonstration: Demonstration }>) {
  const [firstPerson] = demonstration.people;
  const [firstExample] = demonstration.examples;
  const [asker, setAsker] = useState<Asker>({ token: firstPerson?.token ?? '', purpose: firstPerson?.purpose ?? '' });
  const asking = useMemo(() => askAs(asker), [asker]);
  const storage = useMemo(memoryStorage, []);
  const tabs = useRef<TabsState | null>(null);

  return (
    <GraphiQLProvider
      fetcher={asking.fetcher}
      storage={storage}
      initialQuery={firstExample?.document ?? FIRST_LINES}
      initialVariables={firstExample?.variables ?? ''}
      plugins={[DOC_EXPLORER_PLUGIN]}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      onTabChange={(state) => {
        tabs.current = state;
      }}
    >
      <DocExplorerStore>
        <Bar
          demonstration={demonstration}
          tabs={tabs}
          onAsker={(next) => {
            asking.abandon();
            setAsker(next);
          }}
        />
        <main className="accord-workbench">
          {/* No headers editor: who asks is said in one place. */}
          <GraphiQLInterface isHeadersEditorEnabled={false} showPersistHeadersSettings={false}>
            <GraphiQL.Logo> </GraphiQL.Logo>
          </GraphiQLInterface>
        </main>
      </DocExplorerStore>
    </GraphiQLProvider>
  );
}
