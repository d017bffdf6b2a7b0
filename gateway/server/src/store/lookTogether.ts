import { errorCode } from '../postgres/errorCode.ts';
import type { Known, LookedAt, Looker } from './lookAtClients.ts';

/** Looks at these people; each is returned with the id asked for. */
export type Look = (ids: readonly string[], by: Looker, known: Known) => Promise<LookedAt>;

/** One request's look, and where its result goes. */
type Waiting = Readonly<{
  ids: readonly string[];
  known: Known;
  saw: (seen: LookedAt) => void;
  failed: (error: unknown) => void;
}>;

/** A statement not sent yet: whom it asks about, and the version each was last seen under. */
type Together = Readonly<{ by: Looker; asked: Map<string, string | undefined>; waiting: Waiting[] }>;

/** Maximum number of people in a shared statement. Whoever asks about more asks alone, so that nobody waits for somebody else's page. */
const mostTogether = 32;

/**
 * Combines the looks that similar requesters (of one agency, or of one client) begin in the same turn of the event loop into one statement:
 * most of what a look at one person costs is the statement.
 *
 * INVARIANT: a look begins after everyone it is for has asked, and is one snapshot; each request gets the people it asked about, as it
 * would have alone. Requests that last saw a person under different versions look apart, so that what one does not know yet costs the other
 * nothing.
 */
export function lookTogether(look: Look): Look {
  let open = new Map<string, Together[]>();

  const send = async ({ by, asked, waiting }: Together): Promise<void> => {
    try {
      const known = new Map([...asked].flatMap(([id, version]) => (version === undefined ? [] : [[id, version]])));
      const { people, revision } = await look([...asked.keys()], by, known);
      const byId = new Map(people.map((one) => [one.asked, one]));
      for (const { ids, saw } of waiting) saw({ people: ids.flatMap((id) => byId.get(id) ?? []), revision });
    } catch (error) {
      // A value that PostgreSQL does not accept (class 22) belongs to one request; the others must not suffer for it.
      const isOnes = waiting.length > 1 && errorCode(error).startsWith('22');
      for (const { ids, known, saw, failed } of waiting)
        if (isOnes) look(ids, by, known).then(saw, failed);
        else failed(error);
    }
  };

  return (ids, by, known) => {
    if (ids.length > mostTogether) return look(ids, by, known);
    return new Promise((saw, failed) => {
      if (open.size === 0)
        setImmediate(() => {
          const all = [...open.values()].flat();
          open = new Map();
          for (const together of all) void send(together);
        });
      const key = JSON.stringify([by.agencyId, by.self]);
      const alike = open.get(key) ?? [];
      open.set(key, alike);
      let together = alike.find(({ asked }) => fits(asked, ids, known));
      if (!together) {
        together = { by, asked: new Map(), waiting: [] };
        alike.push(together);
      }
      for (const id of ids) together.asked.set(id, known.get(id));
      together.waiting.push({ ids, known, saw, failed });
    });
  };
}

const fits = (asked: Together['asked'], ids: readonly string[], known: Known): boolean =>
  asked.size + ids.length <= mostTogether && ids.every((id) => !asked.has(id) || asked.get(id) === known.get(id));
