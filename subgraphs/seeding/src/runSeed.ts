import { inventPartnership } from '@accord/people/inventPartnership';
import { createExisting, type ExistingSystem } from './createExisting.ts';
import { readSeedSettings } from './readSeedSettings.ts';
import { sayWhatFailed } from './sayWhatFailed.ts';

/**
 * Creates and fills an agency's existing database if it is not there yet; with `--reset`, even if it is. Prints one line;
 * on failure, prints one sentence and sets exit code 1.
 */
export async function runSeed(system: ExistingSystem): Promise<void> {
  try {
    const { people, ...settings } = readSeedSettings(process.env);
    const whenPresent = process.argv.includes('--reset') ? 'replace' : 'keep';
    const partnership = () => inventPartnership(people);
    const { records, created } = await createExisting(system, { ...settings, partnership, whenPresent });
    console.log(`${system.name}: ${records.toLocaleString('en')} records${created ? '' : ', already there'}`);
  } catch (error) {
    console.error(`${system.name}: ${sayWhatFailed(error, process.env.ACCORD_ADMIN_URL)}`);
    process.exitCode = 1;
  }
}
