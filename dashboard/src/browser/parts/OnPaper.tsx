import type { ReactNode } from 'react';
import { usePrinting } from './usePrinting.ts';

/** What stands on paper in the place of what is pressed or chosen on a screen; it is in the document while it is printed, and never else. */
export function OnPaper({ children }: Readonly<{ children: ReactNode }>) {
  const printing = usePrinting();
  return printing && <span className="on-paper">{children}</span>;
}
