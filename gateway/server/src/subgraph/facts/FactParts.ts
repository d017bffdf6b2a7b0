import type { Profile } from '@accord/consent/Profile';
import type { Store } from '../../store/Store.ts';

/** What is needed to put facts on file. */
export type FactParts = Readonly<{ store: Pick<Store, 'clients' | 'facts'>; profile: Profile }>;
