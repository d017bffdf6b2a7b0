import { almaReyesDoyle } from './almaReyesDoyle.ts';
import { inventBlocks } from './blocks.ts';
import { type Share, shareOut } from './caseloads.ts';
import { inventConsents } from './consents.ts';
import type { ItemKind } from './Filing.ts';
import { inventHouseholds } from './households.ts';
import type { AgencyKey, Day, InventedPartnership, InventedPerson, Staff } from './InventedPerson.ts';
import { knownWhere } from './knownWhere.ts';
import { createRandom } from './random.ts';
import { fileRecord, type Registry, spellingsOf } from './records.ts';
import { inventStaff } from './staff.ts';
import type { Truth } from './Truth.ts';

export type PartnershipAsk = Readonly<{
  /** The day of the data: nothing on file is dated later, except future reviews, expiries and consents. */
  asOf: Day;
  /** How many people; 5000 by default. */
  count?: number;
  /** 581 by default. */
  seed?: number;
}>;

/**
 * Returns an invented partnership of three agencies and the people they know. The same arguments give the same bytes
 * everywhere.
 *
 * The first person is always the featured one (almaReyesDoyle.ts). With a thousand people or more, each demonstration
 * practitioner is the worker of exactly fifty. Throws RangeError if `count` is below 1 or `asOf` is not a day.
 */
export function inventPartnership({ asOf, count = 5000, seed = 581 }: PartnershipAsk): InventedPartnership {
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`A partnership needs a whole number of people, 1 or more; asked for ${count}.`);
  const staff: Readonly<Record<AgencyKey, readonly Staff[]>> = {
    harbour: inventStaff('harbour', seed),
    wattle: inventStaff('wattle', seed),
    kestrel: inventStaff('kestrel', seed),
  };
  const nextId = numbering();
  const featured = almaReyesDoyle({ asOf, staff, nextId });
  const others = inventHouseholds(count - 1, 2, seed, asOf);
  const known = knownWhere(others, seed);
  const shares = sharesOf(featured.id, known, staff, seed);
  const blocks = inventBlocks(others, seed);
  const registry: Registry = { seed, asOf, staff, nextId };

  const people = others.map((truth) => {
    const agenciesOf = known.get(truth.id) ?? [];
    return filePerson(truth, agenciesOf, shares, blocks.get(truth.id) ?? [], registry);
  });
  return { staff, people: [featured, ...people] };
}

function filePerson(
  truth: Truth,
  known: readonly AgencyKey[],
  shares: Readonly<Record<AgencyKey, ReadonlyMap<string, Share>>>,
  blocks: InventedPerson['blocks'],
  registry: Registry,
): InventedPerson {
  const random = createRandom(registry.seed, `person ${truth.id}`);
  const spellings = spellingsOf(truth, known.length, random);
  const records = known.flatMap((agency, place) => {
    const share = shares[agency].get(truth.id);
    const spelling = spellings[place];
    return share === undefined || spelling === undefined ? [] : [fileRecord(agency, truth, share, spelling, registry)];
  });
  const { id, household, given, family, dateOfBirth } = truth;
  // Consents begin only once all of these agencies know the person.
  const since =
    records
      .map((record) => record.since)
      .sort()
      .at(-1) ?? registry.asOf;
  const language = records[0]?.language ?? 'English';
  const consents = inventConsents(truth, { known, since, asOf: registry.asOf, language, random });
  return { id, household, given, family, dateOfBirth, records, consents, blocks };
}

function sharesOf(
  featured: string,
  known: ReadonlyMap<string, readonly AgencyKey[]>,
  staff: Readonly<Record<AgencyKey, readonly Staff[]>>,
  seed: number,
): Readonly<Record<AgencyKey, ReadonlyMap<string, Share>>> {
  const sorted = [...known].sort(([a], [b]) => (a < b ? -1 : 1));
  const share = (agency: AgencyKey): ReadonlyMap<string, Share> => {
    const ids = sorted.filter(([, at]) => at.includes(agency)).map(([id]) => id);
    return shareOut(agency, [featured, ...ids], staff[agency], seed);
  };
  return { harbour: share('harbour'), wattle: share('wattle'), kestrel: share('kestrel') };
}

/** Counts up from 1 for each agency and kind of item. */
function numbering(): Registry['nextId'] {
  const last = new Map<string, number>();
  return (agency: AgencyKey, kind: ItemKind) => {
    const key = `${agency} ${kind}`;
    const id = (last.get(key) ?? 0) + 1;
    last.set(key, id);
    return id;
  };
}
