import type { Command } from 'commander';

/**
 * `accord-agency keys`: creates the agency's key pair. The private key goes into `.env`, the public key into a file to hand
 * over.
 */
export function registerKeys(program: Command): void {
  program
    .command('keys')
    .description("make the agency's keys: the private one goes to .env, the public one into a file for the hub")
    .option('--public <file>', 'where the public key goes', 'agency-key.json')
    .action(async ({ public: file }: Readonly<{ public: string }>) => {
      const { keySetting, makeKeys } = await import('./makeKeys.ts');
      await makeKeys('.env', file);
      console.log(
        `The private key is in .env (${keySetting}); it never leaves this machine.\n` +
          `The public key is in ${file}: hand it to whoever runs the hub.`,
      );
    });
}
