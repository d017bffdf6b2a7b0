import type { Sources } from './exchange/Sources.ts';
import type { Partner, Requester } from './identity/Requester.ts';
import type { Disclosures } from './release/Disclosures.ts';
import type { ReleaseBook } from './release/ReleaseBook.ts';
import type { AlertLists } from './subgraph/AlertLists.ts';

/** Everything that belongs to one request and to no other. */
export type RequestContext = Readonly<{
  id: string;
  /** The one instant this request knows. */
  now: Date;
  /** The day it is in the partnership's time zone, `YYYY-MM-DD`. */
  today: string;
  requester: Requester;
  partners: ReadonlyMap<string, Partner>;
  /** Every kind of information of the partnership's profile. */
  categories: readonly string[];
  book: ReleaseBook;
  disclosures: Disclosures;
  sources: Sources;
  lists: AlertLists;
  /** Clients about whom this request changed something: it cannot be answered a second time. */
  changed: Set<string>;
}>;
