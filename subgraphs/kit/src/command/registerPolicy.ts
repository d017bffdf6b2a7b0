import type { Command } from 'commander';
import type { Policy } from '../policy/Policy.ts';
import { InputFault } from './InputFault.ts';
import { settingOf } from './settingOf.ts';

type Given = Readonly<{ file?: string }>;

/** `accord-agency policy [check|show]`: whether the agency's own policy can be obeyed, and what it says in plain words. */
export function registerPolicy(program: Command): void {
  const policy = program.command('policy').description('what your agency never releases, whoever asks');
  const file = ['--file <file>', "the policy's file (ACCORD_POLICY)"] as const;
  policy
    .command('show', { isDefault: true })
    .description('say in plain words what is in force')
    .option(...file)
    .action(async (given: Given) => {
      const path = given.file ?? settingOf('ACCORD_POLICY');
      if (!path) return console.log('ACCORD_POLICY is not set: what a permit allows is released.');
      const { tellPolicy } = await import('../policy/tellPolicy.ts');
      console.log(tellPolicy(await obeyed(path)).join('\n'));
    });
  policy
    .command('check')
    .description('find faults before the agency does: with one, it releases nothing')
    .option(...file)
    .action(async (given: Given) => {
      const path = given.file ?? settingOf('ACCORD_POLICY');
      if (!path) throw new InputFault('Name the file with --file, or set ACCORD_POLICY.');
      await obeyed(path);
      console.log(`${path} can be obeyed. A running agency obeys it from its next request.`);
    });
}

/** Reads the policy file, for which the YAML parser is loaded. Throws an `InputFault` with every fault. */
async function obeyed(path: string): Promise<Policy> {
  const { assertPolicy } = await import('../policy/policyFile.ts');
  return assertPolicy(path);
}
