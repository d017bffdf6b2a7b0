import type { Partner } from '../identity/Requester.ts';
import type { Agencies } from '../store/agencies.ts';
import type { Partnership } from '../store/partnership.ts';
import { readTogether } from '../store/readTogether.ts';
import { asServed } from './asServed.ts';

/** The agencies as they may be asked, and the partnership's revision they were read under. */
export type Partners = Readonly<{ revision: string; partners: ReadonlyMap<string, Partner> }>;

/**
 * The agencies, kept until something the partnership shares is written.
 *
 * INVARIANT: every request reads the revision, and agencies are read after the revision they are kept under. So they are never
 * older than it says, and a suspension counts from the next request on, on every replica.
 */
export class PartnersOnFile {
  readonly #agencies: Pick<Agencies, 'all'>;
  readonly #revision: () => Promise<string>;
  #kept: Partners | undefined;

  constructor(agencies: Pick<Agencies, 'all'>, { revision }: Partnership) {
    this.#agencies = agencies;
    this.#revision = readTogether(revision);
  }

  async now(): Promise<Partners> {
    const revision = await this.#revision();
    if (this.#kept?.revision === revision) return this.#kept;
    const agencies = await this.#agencies.all();
    const partners = new Map(agencies.map((agency) => [agency.id, asServed(agency)] as const));
    this.#kept = { revision, partners };
    return this.#kept;
  }
}
