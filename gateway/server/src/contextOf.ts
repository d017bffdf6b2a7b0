import { categoriesOf } from '@accord/consent/categoriesOf';
import { PartnersOnFile } from './agencies/PartnersOnFile.ts';
import type { Rooms } from './answer/answer.ts';
import { dayIn } from './dayIn.ts';
import { Sources } from './exchange/Sources.ts';
import type { HubParts } from './hub.ts';
import { requesterOf } from './identity/requesterOf.ts';
import type { Vocabularies } from './quality/proposals/Vocabularies.ts';
import { DecisionsKept } from './release/DecisionsKept.ts';
import { Disclosures } from './release/Disclosures.ts';
import { decideRelease } from './release/decideRelease.ts';
import { ReleaseBook } from './release/ReleaseBook.ts';
import { unreadableRows } from './release/unreadableRows.ts';
import type { OpenedClient } from './store/clients.ts';
import { AlertLists } from './subgraph/AlertLists.ts';

/** Room 2: who asks and why, and what belongs to this request alone. */
export function contextOf(
  { verifyToken, store, profile, clock, log, connections, counts }: HubParts,
  vocabularies: Vocabularies,
): Rooms['createContext'] {
  const categories = categoriesOf(profile);
  const partnersOnFile = new PartnersOnFile(store.agencies, store.partnership, (agencies) =>
    connections?.heed(agencies),
  );
  const decisions = new DecisionsKept();
  return async ({ id, authorization, purpose }, anew) => {
    const now = clock();
    const bearer = await verifyToken(authorization, now);
    const today = dayIn(now, profile.timeZone);
    const onFile = await (anew ? partnersOnFile.now() : partnersOnFile.kept(bearer.agency));
    const { partners, revision } = onFile;
    const words = await vocabularies.today({ now, today, revision });
    const self = bearer.self && (await store.clients.survivorOf(bearer.self));
    const requester = requesterOf({ ...bearer, self }, purpose, partners.get(bearer.agency));
    const unreadable = (client: OpenedClient, err: unknown): void => {
      const rows = unreadableRows(client, { profile, now });
      log.error({ client: client.id, rows, err }, 'a fact about this client cannot be read; nothing is released');
    };
    return {
      id,
      now,
      today,
      requester,
      partners,
      onFile,
      categories,
      words,
      vetoes: once(() => store.vetoes.vetoesOf(now)),
      book: new ReleaseBook(decideRelease(store.clients, { requester, now, profile, onFile, unreadable }, decisions)),
      disclosures: new Disclosures(),
      sources: new Sources((agency, state) => counts?.missed(agency, state)),
      lists: new AlertLists(),
      changed: new Set(),
    };
  };
}

/** Reads on first use, and never again. */
function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}
