import type { Permit } from '@accord/contract/permit';
import { compileResolving } from '@accord/execution/resolving/compileResolving';
import { type GraphQLSchema, parse } from 'graphql';
import { ReleasedKinds } from '../guard/ReleasedKinds.ts';
import { type Releases, releasesOf, withoutPolicy } from '../guard/releases.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { noPolicy, type Policy } from '../policy/Policy.ts';
import { underPolicy } from '../policy/underPolicy.ts';
import { agencySchema } from '../serve/agencySchema.ts';
import type { AgencyContext } from '../serve/recordResolvers.ts';
import { demonstrationRequesters } from './demonstrationRequesters.ts';
import { sectionsOf, wholeRecord } from './wholeRecord.ts';

/**
 * One section of a record: the rows it was read from, its value in the contract's terms, and what each requester of the
 * demonstration gets.
 */
export type PreviewedSection = Readonly<{
  section: string;
  /** As returned by the database. */
  rows: readonly unknown[];
  /** The value in the contract's terms, for somebody who may see all of it. */
  told: unknown;
  /** What each requester sees, by their id, under the agency's own policy. */
  seenBy: ReadonlyMap<string, unknown>;
  /** What each would see without the policy; the same where there is none. */
  withoutPolicy: ReadonlyMap<string, unknown>;
  /** What could not be answered, in the agency's own words. */
  faults: readonly string[];
}>;

/**
 * One record as it is on file, in the contract's terms, and as each demonstration requester would see it, section by
 * section. `policy`: what the agency itself withholds from that.
 *
 * The resolvers and the guard are the same as for the hub. Null where no such record is on file.
 */
export async function previewRecord(
  mapping: Mapping,
  number: string,
  now: Date,
  policy: Policy = noPolicy,
): Promise<readonly PreviewedSection[] | null> {
  const found = await mapping.records.rowsOf(number, { now });
  if (found.length === 0) return null;
  const schema = agencySchema(mapping);
  const previews: PreviewedSection[] = [];
  const permits = demonstrationRequesters.map(({ id, permit }) => [id, permit(mapping.id, number, now)] as const);
  const seen = permits.map(([id, permit]) => [id, releasesUnder(policy, permit, mapping.id)] as const);
  const without = permits.map(([id, permit]) => [id, releasesOf(permit)] as const);
  for (const section of sectionsOf(schema))
    previews.push(await previewSection(schema, section, number, now, { seen, without }));
  return previews;
}

type ByRequester = readonly (readonly [id: string, releases: Releases])[];

async function previewSection(
  schema: GraphQLSchema,
  section: string,
  number: string,
  now: Date,
  { seen, without }: Readonly<{ seen: ByRequester; without: ByRequester }>,
): Promise<PreviewedSection> {
  const rows: unknown[] = [];
  const run = compileResolving(schema, parse(wholeRecord(schema, [section])));
  const faults = new Set<string>();
  const asTold = async (releases: Releases, loaded?: (rows: readonly unknown[]) => void) => {
    const context: AgencyContext = { releases, batch: { now, ...(loaded && { loaded }) } };
    const { data, errors } = await run({ representations: [{ __typename: 'AgencyRecord', id: number }] }, context);
    for (const error of errors ?? []) faults.add(`${(error.path ?? []).slice(2).join('.')}: ${error.message}`);
    return sectionIn(data, section);
  };
  const told = await asTold(everything, (found) => void rows.push(...found));
  const toldEach = async (each: ByRequester): Promise<ReadonlyMap<string, unknown>> => {
    const answers = new Map<string, unknown>();
    for (const [id, releases] of each) answers.set(id, await asTold(releases));
    return answers;
  };
  return {
    ...{ section, rows, told },
    ...{ seenBy: await toldEach(seen), withoutPolicy: await toldEach(without) },
    faults: [...faults],
  };
}

const everyKind = { has: () => true, hasAll: () => true };
const everything: Releases = { covers: () => true, kindsOf: () => everyKind, figures: false, ...withoutPolicy };

/** What a closed agency discloses about a record: nothing. */
const nothing: Releases = { ...everything, kindsOf: () => new ReleasedKinds([]), tells: () => false };

function releasesUnder(policy: Policy, permit: Permit, agency: string): Releases {
  const ruled = underPolicy(policy, permit, agency);
  return ruled.kind === 'OPEN' ? ruled.releases : nothing;
}

function sectionIn(data: unknown, section: string): unknown {
  const entities = field(data, '_entities');
  return Array.isArray(entities) ? field(entities[0], section) : null;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (Reflect.get(value, name) ?? null) : null;
