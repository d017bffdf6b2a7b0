import { useGraphiQL } from '@graphiql/react';
import { sayMissing } from './sayMissing.ts';

/** Says what is missing from the answer on screen. It reads the tab's answer, so it disappears with that. */
export function SourcesNote() {
  const sentence = useGraphiQL(({ tabs, activeTabIndex }) => sayMissing(tabs[activeTabIndex]?.response ?? null));
  return (
    <p className="accord-note" role="status">
      {sentence}
    </p>
  );
}
