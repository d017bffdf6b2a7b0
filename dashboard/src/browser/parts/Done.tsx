import { type ReactNode, useEffect, useRef } from 'react';
import { Banner } from './Banner.tsx';

type Props = Readonly<{
  /** What was done: another value each time, though it is the same again. Nothing: nothing was done yet. */
  of: object | undefined;
  children: ReactNode;
}>;

/**
 * Says what was done, and takes the focus each time: the button that did it is often gone with what it stood on, and on a phone this
 * stands out of sight above a long list.
 */
export function Done({ of, children }: Props) {
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (of) said.current?.focus();
  }, [of]);
  return (
    of && (
      <div ref={said} tabIndex={-1}>
        <Banner kind="done">{children}</Banner>
      </div>
    )
  );
}
