/** What became of an order, and the words that say so: only what is in the agency's system is said to be. */
export const orderWords = {
  WRITTEN: 'order.written',
  WAITING: 'order.waits',
  RETURNED: 'order.returned',
  DRY_RUN: 'order.tried',
} as const;
