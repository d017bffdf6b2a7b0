import type { Command } from 'commander';

/** `accord key …`: replaces the key that signs for the hub, in two steps; between them every agency learns the new one. */
export function registerKey(program: Command): void {
  const key = program.command('key').description('replaces the key that signs permits (gateway/server/RUNNING.md)');
  key
    .command('prepare')
    .description(
      'make the next key and put it into the keys file: agencies can know it, and nothing is signed with it yet',
    )
    .action(async () => {
      const { prepareKey } = await import('./changeKeys.ts');
      await prepareKey();
    });
  key
    .command('replace')
    .description('have the next key sign from the next start on; when every agency knows it')
    .action(async () => {
      const { replaceKey } = await import('./changeKeys.ts');
      await replaceKey();
    });
}
