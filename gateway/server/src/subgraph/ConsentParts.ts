import type { Profile } from '@accord/consent/Profile';
import type { Vocabularies } from '../quality/proposals/Vocabularies.ts';
import type { Store } from '../store/Store.ts';

/** What consents are put on file with. */
export type ConsentParts = Readonly<{
  store: Pick<Store, 'clients' | 'consents' | 'facts'>;
  profile: Profile;
  vocabularies: Pick<Vocabularies, 'on'>;
}>;
