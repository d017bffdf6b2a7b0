import type { Partner } from '../identity/Requester.ts';
import type { Partners } from './PartnersOnFile.ts';

/** How the revision is read by itself; and what is done once it was seen that they stand. */
type Unseen = Readonly<{ read: () => Promise<string>; seen: () => void }>;

/**
 * The agencies as one request takes them to be. Before it asks one of them, changes or tells anything, it sees whether they are those on
 * file: by the partnership's revision, which whoever looks at people reads in the same statement (`store/lookAtClients.ts`).
 */
export class PartnersSeen {
  readonly revision: string;
  readonly partners: ReadonlyMap<string, Partner>;
  readonly #unseen: Unseen | undefined;
  #stand: boolean | undefined;

  /** Without `unseen` they are of this request's own beginning. */
  constructor({ revision, partners }: Partners, unseen?: Unseen) {
    this.revision = revision;
    this.partners = partners;
    this.#unseen = unseen;
    this.#stand = unseen ? undefined : true;
  }

  /**
   * Whether they are those on file: at this revision, where none was seen before. Where they are not, nothing may be made of what was read
   * with it, and the request begins anew (`answer/answer.ts`).
   */
  standAt(revision: string | null): boolean {
    if (this.#stand === undefined) {
      this.#stand = revision === this.revision;
      if (this.#stand) this.#unseen?.seen();
    }
    return this.#stand;
  }

  /** Whether they are those on file; read where nothing has shown it yet. */
  async stand(): Promise<boolean> {
    return this.#stand ?? this.standAt((await this.#unseen?.read()) ?? null);
  }
}
