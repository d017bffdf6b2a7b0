import { categoriesOf } from '../../../../schema/consent/dist/categoriesOf.js';

export * from '../../../../gateway/server/dist/release/decideRelease.js';

/** What was read about each person: as in the hub itself, records and epoch are read again only when they change. */
const seen = new Map();
const versionsOf = (ids) => new Map(ids.filter((id) => seen.has(id)).map((id) => [id, seen.get(id).version]));
/** Who was on a page when it was last read. */
const pages = new Map();

/** Releases everything about everybody. Clients, links and epochs are read as usual; consents and the law are ignored. */
export function decideRelease(store, { requester, profile, onFile }) {
  const kinds = categoriesOf(profile);
  const categories = new Map(kinds.map((kind) => [kind, ['everything']]));
  const consented = new Set(kinds);
  const open = ({ id, epoch, records }) => ({
    ...{ id, epoch },
    records: records.map(({ handle, agencyId, number }) => {
      return { handle, agency: agencyId, number, client: id, categories, consented };
    }),
  });
  // A hub that does not cache decisions reads everybody completely, each time.
  if (!store.look) return async (ids) => new Map((await store.open(ids)).map((client) => [client.asked, open(client)]));
  const by = { agencyId: requester.agency.id, self: requester.self };
  const opened = (people) =>
    new Map(
      people.map(({ asked, version, whole }) => {
        if (whole) seen.set(asked, { version, client: open(whole.client) });
        return [asked, seen.get(asked).client];
      }),
    );
  return {
    people: async (ids) => {
      const { people, revision } = await store.look(ids, by, versionsOf(ids));
      onFile.standAt(revision);
      return opened(people);
    },
    caseload: async (page) => {
      const key = JSON.stringify(page);
      const { people, more, revision } = await store.caseload(page, by, versionsOf(pages.get(key) ?? []));
      onFile.standAt(revision);
      const ids = people.map(({ asked }) => asked);
      pages.set(key, ids);
      return { ids, more, open: opened(people) };
    },
  };
}
