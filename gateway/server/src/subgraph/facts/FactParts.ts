import type { Profile } from '@accord/consent/Profile';
import type { Store } from '../../store/Store.ts';

/** What facts are put on file with. */
export type FactParts = Readonly<{ store: Pick<Store, 'clients' | 'facts'>; profile: Profile }>;
