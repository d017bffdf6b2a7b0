import type { Command } from 'commander';

/** `accord serve`: the hub alone, for a partnership of its own. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('run the hub; settings come from the environment (gateway/server/RUNNING.md)')
    .action(async () => {
      const { serve } = await import('./serve.ts');
      await serve(process.env);
    });
}
