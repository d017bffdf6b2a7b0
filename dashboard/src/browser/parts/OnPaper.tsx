import type { ReactNode } from 'react';
import { usePrinting } from './usePrinting.ts';

/** Replaces on paper what is pressed or chosen on the screen; in the document only while it is printed. */
export function OnPaper({ children }: Readonly<{ children: ReactNode }>) {
  const printing = usePrinting();
  return printing && <span className="on-paper">{children}</span>;
}
