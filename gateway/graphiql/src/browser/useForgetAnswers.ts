import { type TabsState, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { RefObject } from 'react';

/**
 * Returns a function that clears every tab's answer and keeps what is in the editors.
 *
 * `tabs` must hold what `onTabChange` last reported: GraphiQL has no other way to read the current state of all tabs.
 */
export function useForgetAnswers(tabs: RefObject<TabsState | null>): () => void {
  const { stop, updateActiveTabValues, moveTab } = useGraphiQLActions();
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL(
    ({ queryEditor, variableEditor, responseEditor }) => ({ queryEditor, variableEditor, responseEditor }),
  );
  return () => {
    stop();
    // The newest text is taken from the editors, because GraphiQL copies it into the tab only after a pause.
    updateActiveTabValues({
      query: queryEditor?.getValue() ?? null,
      variables: variableEditor?.getValue() ?? null,
      response: null,
    });
    const state = tabs.current;
    if (state && state.tabs.length > 1) {
      const view = queryEditor?.saveViewState() ?? null;
      // The active tab must stay the same object: GraphiQL finds its new place by identity.
      moveTab(state.tabs.map((tab, at) => (at === state.activeTabIndex ? tab : { ...tab, response: null })));
      queryEditor?.restoreViewState(view);
    }
    responseEditor?.setValue('');
  };
}
