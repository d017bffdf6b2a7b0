import type { Command } from 'commander';
import { withStore } from '../withStore.ts';

/**
 * `accord link status`: the epoch of keys, and for each agency how it takes part, how many records it has announced, and
 * whether its secret is the same as the others'.
 */
export function registerStatus(link: Command): void {
  link
    .command('status')
    .summary('show epochs, records, and whether secrets match')
    .description('show the epoch of the keys, what each agency has announced, and whether their secrets match')
    .option('--json', 'output as JSON')
    .action(async ({ json }: Readonly<{ json?: boolean }>) => {
      const status = await withStore(async ({ links, agencies }) => {
        const secrets = await agencies.secretsTold();
        const all = (await agencies.all()).map(({ id, participation }) => ({ id, participation }));
        const announced = await links.announcedBy(all);
        return {
          keyEpochs: await links.keyEpochs(),
          agencies: announced.map((agency) => ({ ...agency, secret: secrets.get(agency.id) ?? null })),
        };
      });
      if (json) {
        console.log(JSON.stringify(status));
        return;
      }
      const { current, next } = status.keyEpochs;
      console.log(
        next === null
          ? `Keys of epoch ${current}.`
          : `Keys of epoch ${current}; agencies are changing to epoch ${next}.`,
      );
      for (const { id, participation, records, withKeys, ofNext, secret } of status.agencies)
        console.log(
          `${id}: ${participation}, ${records} records, ${withKeys} with keys${next === null ? '' : `, ${ofNext} of them of epoch ${next}`}${tellSecret(secret)}`,
        );
      if (status.agencies.some(({ secret }) => (secret?.other ?? 0) > 0))
        console.log(
          'Agencies with different secrets find none of the people they have in common. Have them compare their secrets, but not through the hub; whichever is wrong corrects ACCORD_LINKAGE_SECRET and syncs.',
        );
    });
}

/** Null for an agency whose secret is unknown: it has not synced, has an older program, or has a secret that somebody typed. */
function tellSecret(secret: Readonly<{ keyEpoch: number; same: number; other: number }> | null): string {
  if (secret === null) return '; secret not compared';
  const { keyEpoch, same, other } = secret;
  const of = (count: number) => `${count} ${count === 1 ? 'other' : 'others'}`;
  const told = [
    ...(same > 0 || other === 0 ? [`the same as ${of(same)}`] : []),
    ...(other > 0 ? [`different from ${of(other)}`] : []),
  ];
  return `; secret of epoch ${keyEpoch}: ${told.join(', ')}`;
}
