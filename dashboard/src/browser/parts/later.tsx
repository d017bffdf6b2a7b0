import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';

/**
 * A component that is loaded when it is first wanted, so that the page is there sooner without it; until it is there, what
 * stands in its place (usually nothing: a dialog that has not opened).
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  const Loaded = lazy(async (): Promise<{ default: ComponentType<Props> }> => ({ default: await load() }));
  return function Later(props: Props) {
    return (
      <Suspense fallback={meanwhile}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
