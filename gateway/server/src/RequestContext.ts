import type { WordsOfDay } from '@accord/quality/proposals/vocabularyOn';
import type { PartnersSeen } from './agencies/PartnersSeen.ts';
import type { Sources } from './exchange/Sources.ts';
import type { Partner, Requester } from './identity/Requester.ts';
import type { Disclosures } from './release/Disclosures.ts';
import type { ReleaseBook } from './release/ReleaseBook.ts';
import type { VetoRow } from './store/vetoes.ts';
import type { AlertLists } from './subgraph/AlertLists.ts';

/** Everything that belongs to one request and to no other. */
export type RequestContext = Readonly<{
  id: string;
  /** The one instant this request knows: every check in it uses the same time. */
  now: Date;
  /** Today's date in the partnership's time zone, `YYYY-MM-DD`. */
  today: string;
  requester: Requester;
  partners: ReadonlyMap<string, Partner>;
  /** Tells whether these agencies and words are still the ones on file. */
  onFile: Pick<PartnersSeen, 'stand'>;
  /** Every category in the partnership's profile. */
  categories: readonly string[];
  /** The vocabulary the partners agreed on, as it holds today. */
  words: WordsOfDay;
  /** Current vetoes of agencies on counting their own clients; read on first use. */
  vetoes: () => Promise<readonly VetoRow[]>;
  book: ReleaseBook;
  disclosures: Disclosures;
  sources: Sources;
  lists: AlertLists;
  /** Names of all fields and arguments in the caller's document. A field whose name is not among them is not part of the answer. */
  named: ReadonlySet<string>;
  /** Clients and proposals that this request changed. Where there are any, the request cannot be answered a second time. */
  changed: Set<string>;
}>;
