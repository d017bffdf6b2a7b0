import type { Profile } from '@accord/consent/Profile';
import type { Store } from '../../store/Store.ts';
import type { Cursors } from '../../subgraph/sealCursor.ts';
import type { FindOwnItem } from './ownItems.ts';
import type { SendOrder } from './sendOrder.ts';

/** What is needed to answer prompts and write alerts. */
export type PromptParts = Readonly<{
  store: Pick<Store, 'links' | 'clients' | 'ledger' | 'alertOrders'>;
  cursors: Cursors;
  profile: Profile;
  sendOrder: SendOrder;
  findOwnItem: FindOwnItem;
}>;
