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
  /** The one instant this request knows. */
  now: Date;
  /** The day it is in the partnership's time zone, `YYYY-MM-DD`. */
  today: string;
  requester: Requester;
  partners: ReadonlyMap<string, Partner>;
  /** Whether these agencies, and the words, are those on file. */
  onFile: Pick<PartnersSeen, 'stand'>;
  /** Every kind of information of the partnership's profile. */
  categories: readonly string[];
  /** The words the partners agreed on, as they hold today. */
  words: WordsOfDay;
  /** Vetoes of agencies on counting their own clients, as they stand; read when first asked for. */
  vetoes: () => Promise<readonly VetoRow[]>;
  book: ReleaseBook;
  disclosures: Disclosures;
  sources: Sources;
  lists: AlertLists;
  /** Names of the fields and arguments that are written in the document that is answered: no field of any other name is told. */
  named: ReadonlySet<string>;
  /** What this request changed something about, clients and proposals: it cannot be answered a second time. */
  changed: Set<string>;
}>;
