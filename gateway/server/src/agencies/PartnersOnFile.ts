import type { Partner } from '../identity/Requester.ts';
import type { Agencies } from '../store/agencies.ts';
import type { Partnership } from '../store/partnership.ts';
import { readTogether } from '../store/readTogether.ts';
import { asServed } from './asServed.ts';
import { PartnersSeen } from './PartnersSeen.ts';

/** The agencies as they may be asked, and the partnership's revision they were read under. */
export type Partners = Readonly<{ revision: string; partners: ReadonlyMap<string, Partner> }>;

/**
 * The agencies, cached until something that the partnership shares is written.
 *
 * INVARIANT: agencies are read after the revision they are cached under, and every request checks the revision before it asks an
 * agency or discloses anything (`PartnersSeen`). So they are never older than it says, and a suspension counts from the next
 * request on every replica.
 */
export class PartnersOnFile {
  readonly #agencies: Pick<Agencies, 'all'>;
  readonly #revision: () => Promise<string>;
  readonly #heed: (partners: Iterable<Partner>) => void;
  #kept: Partners | undefined;

  /** `heed` gets the agencies on file for each request, before it asks any of them; never outdated ones. */
  constructor(
    agencies: Pick<Agencies, 'all'>,
    { revision }: Partnership,
    heed: (partners: Iterable<Partner>) => void = () => {},
  ) {
    this.#agencies = agencies;
    this.#revision = readTogether(revision);
    this.#heed = heed;
  }

  /** Returns the agencies as they are on file now. */
  async now(): Promise<PartnersSeen> {
    const revision = await this.#revision();
    if (this.#kept?.revision !== revision) {
      const agencies = await this.#agencies.all();
      this.#kept = { revision, partners: new Map(agencies.map((agency) => [agency.id, asServed(agency)])) };
    }
    this.#heed(this.#kept.partners.values());
    return new PartnersSeen(this.#kept);
  }

  /** Returns the cached agencies for somebody of this agency; those on file now, if the cache would turn that person away. */
  async kept(agency: string): Promise<PartnersSeen> {
    const kept = this.#kept;
    if (kept?.partners.get(agency)?.state !== 'ACTIVE') return this.now();
    return new PartnersSeen(kept, { read: this.#revision, seen: () => this.#heed(kept.partners.values()) });
  }
}
