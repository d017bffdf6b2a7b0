import { randomUUID } from 'node:crypto';
import type { NewNotice } from '../store/notices.ts';

type Reader = Pick<NewNotice, 'agencyId' | 'reader'>;

/** Returns one notice for each of these readers, however often a reader is named. */
export function newNotices(
  about: Omit<NewNotice, 'id' | 'agencyId' | 'reader'>,
  readers: readonly Reader[],
): readonly NewNotice[] {
  const once = new Map(readers.map((reader) => [JSON.stringify([reader.agencyId, reader.reader]), reader]));
  return [...once.values()].map((reader) => ({ ...about, ...reader, id: randomUUID() }));
}
