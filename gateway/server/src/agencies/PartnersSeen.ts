import type { Partner } from '../identity/Requester.ts';
import type { Partners } from './PartnersOnFile.ts';

/**
 * The agencies as one request sees them: on file as it saw the revision first, which whoever looks at people reads with them
 * (`store/lookAtClients.ts`). Before that nothing is asked of an agency, nothing changed and nothing told.
 */
export class PartnersSeen {
  readonly revision: string;
  readonly partners: ReadonlyMap<string, Partner>;
  readonly #read: (() => Promise<string>) | undefined;
  #stand: boolean | undefined;

  /** Without `read` they are of this request's own beginning. */
  constructor({ revision, partners }: Partners, read?: () => Promise<string>) {
    this.revision = revision;
    this.partners = partners;
    this.#read = read;
    this.#stand = read ? undefined : true;
  }

  /** Whether they are those on file, at this revision where none was seen before. Where they are not, nothing may be made of what was read beside it. */
  standAt(revision: string | null): boolean {
    this.#stand ??= revision === this.revision;
    return this.#stand;
  }

  /** Whether they are those on file; read where nothing has shown it yet. */
  async stand(): Promise<boolean> {
    return this.#stand ?? this.standAt((await this.#read?.()) ?? null);
  }
}
