import { useMemo } from 'react';

/**
 * An order's id: the same as long as the same is asked for, so that what is sent twice is written once; another as soon as something
 * else is.
 */
export function useOrderId(asked: object): string {
  const text = JSON.stringify(asked);
  // Another order is another id.
  return useMemo(() => crypto.randomUUID(), [text]);
}
