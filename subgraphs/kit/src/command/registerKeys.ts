import type { Command } from 'commander';

/** `accord-agency keys`: makes the agency's key pair. The private half goes to `.env`, the public half into a file to hand over. */
export function registerKeys(program: Command): void {
  program
    .command('keys')
    .summary("create the agency's key pair")
    .description("create the agency's key pair: the private key in .env, the public key in a file for the hub")
    .option('--public <file>', 'file for the public key', 'agency-key.json')
    .action(async ({ public: file }: Readonly<{ public: string }>) => {
      const { keySetting, makeKeys } = await import('./makeKeys.ts');
      await makeKeys('.env', file);
      console.log(
        `The private key is in .env (${keySetting}). It never leaves this machine.\n` +
          `The public key is in ${file}: give it to whoever runs the hub.`,
      );
    });
}
