import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { Broken } from '../frame/Broken.tsx';
import { loaded } from './loaded.ts';

/**
 * A component that is loaded when it is first wanted, so that the page is there sooner without it; until it is there, what
 * stands in its place (usually nothing: a dialog that has not opened). Where it does not come, that is said in its place, and the
 * page around it stays.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  const begun = () =>
    lazy(async (): Promise<{ default: ComponentType<Props> }> => ({ default: await loaded(load, load) }));
  // What failed to load fails for ever: whoever wants it next begins anew.
  let latest = begun();
  const beginAnew = () => {
    latest = begun();
  };
  return function Later(props: Props) {
    const [Loaded, setLoaded] = useState(() => latest);
    return (
      <Broken onBroken={beginAnew} onAgain={() => setLoaded(latest)}>
        <Suspense fallback={meanwhile}>
          <Loaded {...props} />
        </Suspense>
      </Broken>
    );
  };
}
