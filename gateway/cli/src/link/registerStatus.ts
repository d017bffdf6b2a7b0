import type { Command } from 'commander';
import { withStore } from '../withStore.ts';

/** `accord link status`: the epoch of keys, and of each agency how it takes part and how many records it has announced. */
export function registerStatus(link: Command): void {
  link
    .command('status')
    .description('epoch of the keys, and what each agency has announced')
    .option('--json', 'as JSON')
    .action(async ({ json }: Readonly<{ json?: boolean }>) => {
      const status = await withStore(async ({ links, agencies }) => ({
        keyEpochs: await links.keyEpochs(),
        agencies: await links.announcedBy(
          (await agencies.all()).map(({ id, participation }) => ({ id, participation })),
        ),
      }));
      if (json) {
        console.log(JSON.stringify(status));
        return;
      }
      const { current, next } = status.keyEpochs;
      console.log(
        next === null ? `Keys of epoch ${current}.` : `Keys of epoch ${current}; agencies encode anew under ${next}.`,
      );
      for (const { id, participation, records, withKeys, ofNext } of status.agencies)
        console.log(
          `${id}: ${participation}, ${records} records, ${withKeys} with keys${next === null ? '' : `, ${ofNext} of them under ${next}`}`,
        );
    });
}
