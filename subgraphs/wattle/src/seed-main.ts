/**
 * Creates and fills Wattle's existing database file if it is not there yet; with `--reset`, even if it is. Prints one line;
 * on failure, prints one sentence and exits with code 1.
 */
import { inventPartnership } from '@accord/people/inventPartnership';
import { readSeedSettings } from './readSeedSettings.ts';
import { sayWhatFailed } from './sayWhatFailed.ts';
import { createExisting } from './seed.ts';

try {
  const { people, file } = readSeedSettings(process.env);
  const whenPresent = process.argv.includes('--reset') ? 'replace' : 'keep';
  const { records, created } = await createExisting({
    file,
    whenPresent,
    partnership: () => inventPartnership(people),
  });
  console.log(`wattle: ${records.toLocaleString('en')} records${created ? '' : ', already there'}`);
} catch (error) {
  console.error(`wattle: ${sayWhatFailed(error, process.env.ACCORD_AGENCY_FILE)}`);
  process.exitCode = 1;
}
