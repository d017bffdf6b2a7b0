import type { Profile } from '@accord/consent/Profile';
import type { Vocabularies } from '../quality/proposals/Vocabularies.ts';
import type { Store } from '../store/Store.ts';

/** What is needed to put consents on file. */
export type ConsentParts = Readonly<{
  store: Pick<Store, 'clients' | 'consents' | 'facts'>;
  profile: Profile;
  vocabularies: Pick<Vocabularies, 'on'>;
}>;
