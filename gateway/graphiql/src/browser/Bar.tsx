import type { TabsState } from '@graphiql/react';
import type { RefObject } from 'react';
import type { Asker } from './askAs.ts';
import { ExamplesMenu } from './ExamplesMenu.tsx';
import { PersonChooser } from './PersonChooser.tsx';
import type { Demonstration } from './readDemonstration.ts';
import { SourcesNote } from './SourcesNote.tsx';
import { TokenForm } from './TokenForm.tsx';
import { useForgetAnswers } from './useForgetAnswers.ts';

type Props = Readonly<{
  demonstration: Demonstration;
  tabs: RefObject<TabsState | null>;
  /** Called before the next request, so that requests under way can be ended. */
  onAsker: (asker: Asker) => void;
}>;

/** The bar above GraphiQL: who asks and why, examples to try, and what is missing from the last answer. */
export function Bar({ demonstration: { people, examples, trouble }, tabs, onAsker }: Props) {
  const forgetAnswers = useForgetAnswers(tabs);
  const ask = (asker: Asker) => {
    onAsker(asker);
    forgetAnswers();
  };
  return (
    <header className="accord-bar">
      <h1 className="accord-mark">Accord</h1>
      {people.length > 0 ? <PersonChooser people={people} onAsker={ask} /> : <TokenForm onAsker={ask} />}
      {examples.length > 0 && <ExamplesMenu examples={examples} />}
      <SourcesNote />
      {trouble !== '' && (
        <p className="accord-note" role="alert">
          {trouble}
        </p>
      )}
    </header>
  );
}
