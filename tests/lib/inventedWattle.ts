import type { Mapping } from '@accord/kit/Mapping';
import { one } from '@accord/kit/section';
import { table } from '@accord/kit/table';

/** An in-memory Wattle with invented people: everybody it is asked about is Ada Brook. `before` runs before each answer. */
export function inventedWattle(before: () => Promise<void> = async () => {}): Mapping {
  const people = table({
    rows: async (numbers) => {
      await before();
      return numbers.map((id) => ({ id }));
    },
    of: ({ id }) => id,
  });
  return { id: 'wattle', records: people, identity: one(people, () => ({ name: { given: 'Ada', family: 'Brook' } })) };
}
