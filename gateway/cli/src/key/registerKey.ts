import type { Command } from 'commander';

/** `accord key …`: replaces the key that signs for the hub, in two steps; between them every agency learns the new one. */
export function registerKey(program: Command): void {
  const key = program
    .command('key')
    .summary('replace the key that signs permits')
    .description('replace the key that signs permits, in two steps (gateway/server/RUNNING.md)');
  key
    .command('prepare')
    .summary('add the next key to the keys file; it does not sign yet')
    .description('add the next key to the keys file, for agencies to accept; it does not sign yet')
    .action(async () => {
      const { prepareKey } = await import('./changeKeys.ts');
      await prepareKey();
    });
  key
    .command('replace')
    .summary('have the next key sign, once every agency knows it')
    .description('have the next key sign from the next start on, once every agency knows it')
    .action(async () => {
      const { replaceKey } = await import('./changeKeys.ts');
      await replaceKey();
    });
}
