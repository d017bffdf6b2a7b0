import type { FastifyBaseLogger } from 'fastify';
import type { AlertDraft, Write } from '../mapping/defineWrites.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { describeFault } from '../serve/describeFault.ts';

/** What a write is looked for with. */
export type SeeParts = Readonly<{ mapping: Mapping; log: Pick<FastifyBaseLogger, 'error'> }>;

/**
 * Looks, after a write, whether the record's alerts as they are read have one of the category that was written, and logs where none has:
 * what a code is written as and what it is read as stand in two maps, and an alert that only one of them knows is on nobody's board.
 *
 * Never throws: what was written stays written, and whoever asked for it is told so. The log names the category, and nothing of the
 * person or of the alert. A database that is read from a copy must not lag behind.
 */
export async function seeWritten(write: Write, { mapping, log }: SeeParts, now: Date): Promise<void> {
  const draft = draftOf(write);
  if (!draft) return;
  const category = draft.code;
  try {
    // Read anew: the batch of the order may have read them before.
    const alerts = (await mapping.alerts?.of(write.ask.record, { now })) ?? [];
    if (alerts.some(({ code, about }) => code === category && about.length > 0)) return;
  } catch (error) {
    log.error({ category, ...describeFault(error) }, 'An alert was written, but could not be read back.');
    return;
  }
  log.error(
    { category },
    'An alert was written, but is not read back from its record, so it is on no board. Add the code that "writes" writes for this category to the map by which "alerts" reads your codes, and to "agreedAlerts" if the category is a newer one.',
  );
}

/** The alert that a write makes; null where it makes none. */
function draftOf({ act, ask }: Write): AlertDraft | null {
  switch (act) {
    case 'raise':
      return ask.draft;
    case 'correct':
      return ask.replacement;
    case 'review':
    case 'extend':
    case 'end':
      return null;
    default:
      return act satisfies never;
  }
}
