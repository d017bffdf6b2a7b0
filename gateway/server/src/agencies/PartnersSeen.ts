import type { Partner } from '../identity/Requester.ts';
import type { Partners } from './PartnersOnFile.ts';

/** How to read the revision on its own, and what to do once it has shown that the agencies still stand. */
type Unseen = Readonly<{ read: () => Promise<string>; seen: () => void }>;

/**
 * The agencies as one request takes them to be. Before it asks one of them, or changes or discloses anything, it checks that they
 * are still those on file, by the partnership's revision. A look at people reads that in the same statement
 * (`store/lookAtClients.ts`).
 */
export class PartnersSeen {
  readonly revision: string;
  readonly partners: ReadonlyMap<string, Partner>;
  readonly #unseen: Unseen | undefined;
  #stand: boolean | undefined;

  /** Without `unseen`, they were read at the beginning of this very request. */
  constructor({ revision, partners }: Partners, unseen?: Unseen) {
    this.revision = revision;
    this.partners = partners;
    this.#unseen = unseen;
    this.#stand = unseen ? undefined : true;
  }

  /**
   * Whether they are those on file: judged by this revision, if none was seen before. If they are not, nothing that was read with
   * it may be used, and the request begins again (`answer/answer.ts`).
   */
  standAt(revision: string | null): boolean {
    if (this.#stand === undefined) {
      this.#stand = revision === this.revision;
      if (this.#stand) this.#unseen?.seen();
    }
    return this.#stand;
  }

  /** Whether they are those on file; reads the revision if nothing has shown it yet. */
  async stand(): Promise<boolean> {
    return this.#stand ?? this.standAt((await this.#unseen?.read()) ?? null);
  }
}
