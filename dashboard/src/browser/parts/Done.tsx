import { type ReactNode, useEffect, useRef } from 'react';
import { Banner } from './Banner.tsx';

type Props = Readonly<{
  /** What was done: a new object each time, even when the same thing is done again. Undefined: nothing yet. */
  of: object | undefined;
  children: ReactNode;
}>;

/**
 * Says what was done, and takes the focus each time: the button that did it has often disappeared with its item, and on a phone
 * this message may be out of sight above a long list.
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
