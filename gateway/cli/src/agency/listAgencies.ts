import { dialsIn } from '@accord/contract/dialsIn';
import type { AgencyRow, Served } from '@accord/server/store/agencies';
import type { Store } from '@accord/server/store/Store';
import { inWords } from './inWords.ts';

export type ListOptions = Readonly<{ probe?: boolean; json?: boolean }>;

type Listed = AgencyRow & Readonly<{ records: number; probe?: string }>;

/** Prints the agencies on file, one per line; with `probe`, looks at each active one first. */
export async function listAgencies({ probe = false, json = false }: ListOptions, store: Store): Promise<void> {
  const counted = await store.links.announcedBy(await store.agencies.all());
  const listed = await Promise.all(
    counted.map(async (one): Promise<Listed> => (probe ? { ...one, probe: await probed(one, store) } : one)),
  );
  if (json) console.log(JSON.stringify(listed.map(asJson)));
  else if (listed.length === 0) console.log('No agency takes part yet. Add one with "accord agency add".');
  else for (const one of listed) console.log(lineOf(one));
}

const lineOf = (one: Listed): string =>
  [
    `${one.id}: ${one.state}, ${inWords(one)}, ${one.records} records (${one.participation})${one.stewardship ? `, ${one.stewardship}` : ''}`,
    one.probe ?? (one.state === 'ACTIVE' ? seenOf(one) : undefined),
  ]
    .filter((part) => part !== undefined)
    .join('; ');

/** What `--json` prints about an agency: nothing about its key. */
const asJson = ({
  id,
  name,
  kind,
  entity,
  url,
  state,
  contractVersion,
  modules,
  participation,
  stewardship,
  records,
  probe,
  observed,
}: Listed) => ({
  ...{ id, name, kind, entity, url, state, contract: contractVersion, modules, participation, records },
  stewardship: stewardship ?? null,
  ...(observed && { observed }),
  ...(probe !== undefined && { probe }),
});

/** How an agency is doing, compared with what is on file about it. */
async function probed(agency: AgencyRow, store: Store): Promise<string> {
  if (agency.state !== 'ACTIVE') return 'not checked';
  if (agency.url === dialsIn)
    return (
      seenOf(agency) ?? (agency.observed ? 'matched what is on file when it last connected' : 'has not connected yet')
    );
  // This uses the network and reads SDL; no other listing needs that.
  const { look } = await import('./look.ts');
  const found = await look(agency, store);
  return found.kind === 'FIT' ? (differenceOf(agency, found) ?? 'matches what is on file') : found.why;
}

/** What the hub itself last found about an agency that differs from what is on file. */
function seenOf(agency: AgencyRow): string | undefined {
  const { observed } = agency;
  if (!observed) return undefined;
  const { why, served, at } = observed;
  if (why !== null) return `cannot take part as checked at ${at.toISOString()}: ${why}`;
  return served === null ? undefined : differenceOf(agency, served);
}

/** How what an agency serves differs from what is on file about it; undefined if it does not. */
function differenceOf(agency: AgencyRow, served: Served): string | undefined {
  const [here, there] = [inWords(agency), inWords(served)];
  const upgrade = `run "accord agency upgrade ${agency.id}"`;
  if (here !== there) return `serves ${there}, but ${here} is on file: ${upgrade}`;
  const other = agency.modules.find((name) => served.moduleRevisions?.[name] !== agency.moduleRevisions?.[name]);
  return other === undefined ? undefined : `serves a different revision of ${other} from the one on file: ${upgrade}`;
}
