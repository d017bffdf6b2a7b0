import { useGraphiQL } from '@graphiql/react';
import { unansweredSources } from './unansweredSources.ts';

/** Says how many sources are missing from the answer that is shown. It reads the tab, so it goes when the answer goes. */
export function SourcesNote() {
  const missing = useGraphiQL(({ tabs, activeTabIndex }) => unansweredSources(tabs[activeTabIndex]?.response ?? null));
  return (
    <p className="accord-note" role="status">
      {missing > 0 && `${missing} ${missing === 1 ? 'source' : 'sources'} did not answer`}
    </p>
  );
}
