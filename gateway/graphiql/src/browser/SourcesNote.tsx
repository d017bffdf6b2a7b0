import { useGraphiQL } from '@graphiql/react';
import { sayMissing } from './sayMissing.ts';

/** Says what is missing from the answer that is shown. It reads the tab's answer, so it goes when that goes. */
export function SourcesNote() {
  const sentence = useGraphiQL(({ tabs, activeTabIndex }) => sayMissing(tabs[activeTabIndex]?.response ?? null));
  return (
    <p className="accord-note" role="status">
      {sentence}
    </p>
  );
}
