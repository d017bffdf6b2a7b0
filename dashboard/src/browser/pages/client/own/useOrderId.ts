import { useMemo } from 'react';

/**
 * An order's id: unchanged while the content is the same, so that an order sent twice is written once; a new one as soon as the
 * content changes.
 */
export function useOrderId(asked: object): string {
  const text = JSON.stringify(asked);
  return useMemo(() => crypto.randomUUID(), [text]);
}
