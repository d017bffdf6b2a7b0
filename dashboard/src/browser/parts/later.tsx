import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { Broken } from '../frame/Broken.tsx';
import { loaded } from './loaded.ts';

/**
 * A component that is loaded when first needed, so that the page appears sooner without it. Until then `meanwhile` is rendered
 * (usually nothing: a dialog that has not opened). If it fails to load, an error takes its place, and the page around it stays.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  const begun = () =>
    lazy(async (): Promise<{ default: ComponentType<Props> }> => ({ default: await loaded(load, load) }));
  // A `lazy` component that failed once fails for ever, so the next use starts a new load.
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
