import type { Command } from 'commander';
import type { Policy } from '../policy/Policy.ts';
import { InputFault } from './InputFault.ts';
import { settingOf } from './settingOf.ts';

type Given = Readonly<{ file?: string }>;

/** `accord-agency policy [check|show]`: whether the agency's own policy can be obeyed, and what it says in plain words. */
export function registerPolicy(program: Command): void {
  const policy = program.command('policy').description('show or check what your agency never releases');
  const file = ['--file <file>', 'policy file (default: ACCORD_POLICY)'] as const;
  policy
    .command('show', { isDefault: true })
    .description('show the policy in force in plain words')
    .option(...file)
    .action(async (given: Given) => {
      const path = given.file ?? settingOf('ACCORD_POLICY');
      if (!path) return console.log('ACCORD_POLICY is not set: everything that a permit allows is released.');
      const { tellPolicy } = await import('../policy/tellPolicy.ts');
      console.log(tellPolicy(await obeyed(path)).join('\n'));
    });
  policy
    .command('check')
    .summary('find faults in a policy before you use it')
    .description('find faults in a policy before you use it; with a faulty policy the agency releases nothing')
    .option(...file)
    .action(async (given: Given) => {
      const path = given.file ?? settingOf('ACCORD_POLICY');
      if (!path) throw new InputFault('The policy file is not known. Name it with --file, or set ACCORD_POLICY.');
      await obeyed(path);
      console.log(`${path} has no faults. A running agency follows it from the next request.`);
    });
}

/** The policy in the file, for which YAML's reader is loaded. Throws an `InputFault` with every fault. */
async function obeyed(path: string): Promise<Policy> {
  const { assertPolicy } = await import('../policy/policyFile.ts');
  return assertPolicy(path);
}
