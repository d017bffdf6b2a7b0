import { readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { InputFault } from '../InputFault.ts';
import { outFault } from '../outFault.ts';
import { whyOf } from '../whyOf.ts';
import { withStore } from '../withStore.ts';
import type { Change } from './changeModule.ts';

type By = Readonly<{ by: string }>;

/** `accord contract add|remove|list|export`. */
export function registerModules(contract: Command): void {
  const who = ['--by <who>', 'name to record with the change', userInfo().username] as const;
  contract
    .command('add')
    .summary('add a module, or a newer version of one')
    .description(
      'add a module, or a newer version of one; every running hub has it within seconds, and drops no request',
    )
    .argument('<file>', "file with the module's SDL")
    .requiredOption('--module <name>', 'name of the module, such as legal')
    .option(...who)
    .action(async (file: string, { module: name, by }: By & Readonly<{ module: string }>) => {
      const sdl = await readFile(file, 'utf8').catch((error: unknown) => {
        throw new InputFault(`The SDL file "${file}" cannot be read${whyOf(error)}.`);
      });
      const revision = await change({ name, sdl, by });
      console.log(
        `${name} is on file as revision ${revision}. For each agency that serves it, run "accord agency upgrade <id>".`,
      );
    });
  contract
    .command('remove')
    .summary('remove a module')
    .description('remove a module; nobody can ask for its fields any more')
    .argument('<name>', 'name of the module')
    .option(...who)
    .action(async (name: string, { by }: By) => {
      await change({ name, sdl: null, by });
      console.log(`${name} is removed. Agencies that serve it are no longer asked for it.`);
    });
  contract
    .command('list')
    .description('list versions and modules of the contract')
    .option('--json', 'output as JSON')
    .action(({ json = false }: Readonly<{ json?: boolean }>) =>
      withStore(async (store) => {
        const { contractVersions, moduleNames } = await import('@accord/contract/subgraphs');
        const { current, revision } = await store.modules.onFile();
        const own = current.map(({ sdl: _, ...module }) => module);
        if (json)
          return console.log(JSON.stringify({ versions: contractVersions, modules: moduleNames, own, revision }));
        console.log(`Contract ${contractVersions.join(', ')}, with the modules ${moduleNames.join(', ')}.`);
        for (const { name, revision: at, by, at: when } of own)
          console.log(`${name}: revision ${at}, by ${by}, ${when.toISOString()}`);
      }),
    );
  contract
    .command('export')
    .summary("print a module's SDL, for an agency's mapping")
    .description("print a module's SDL, for an agency's mapping (defineModule)")
    .argument('<name>', 'name of the module')
    .option('--out <file>', 'file to write to, instead of standard output')
    .action((name: string, { out }: Readonly<{ out?: string }>) =>
      withStore(async (store) => {
        const found = (await store.modules.onFile()).current.find((module) => module.name === name);
        if (!found) throw new InputFault(`There is no module "${name}". See "accord contract list".`);
        if (out === undefined) process.stdout.write(found.sdl);
        else
          await writeFile(out, found.sdl).catch((error: unknown) => {
            throw outFault(error, out);
          });
      }),
    );
}

/** Composes the contract with the change, and puts it on file. The composer is loaded only for this. */
const change = (wanted: Change): Promise<number> =>
  withStore(async (store) => {
    const { changeModule } = await import('./changeModule.ts');
    return changeModule(wanted, store);
  });
