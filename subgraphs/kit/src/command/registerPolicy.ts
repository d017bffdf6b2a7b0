import type { Command } from 'commander';
import { assertPolicy } from '../policy/policyFile.ts';
import { tellPolicy } from '../policy/tellPolicy.ts';
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
      const sentences = path
        ? tellPolicy(await assertPolicy(path))
        : ['ACCORD_POLICY is not set: what a permit allows is released.'];
      console.log(sentences.join('\n'));
    });
  policy
    .command('check')
    .description('find faults before the agency does: with one, it releases nothing')
    .option(...file)
    .action(async (given: Given) => {
      const path = given.file ?? settingOf('ACCORD_POLICY');
      if (!path) throw new InputFault('Name the file with --file, or set ACCORD_POLICY.');
      await assertPolicy(path);
      console.log(`${path} can be obeyed. A running agency obeys it from its next request.`);
    });
}
