import type { Command } from 'commander';

/** `accord serve`: the hub alone, for a partnership of its own. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .summary('run the hub, with settings from the environment')
    .description('run the hub, with settings from the environment (gateway/server/RUNNING.md)')
    .action(async () => {
      const { serve } = await import('./serve.ts');
      await serve(process.env);
    });
}
