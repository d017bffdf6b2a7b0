/**
 * Makes and fills Harbour's existing database, if it is not there yet; with `--reset`, even if it is.
 *
 * Prints one line; exits 1 with one sentence where it cannot.
 */
import { inventPartnership } from '@accord/people/inventPartnership';
import { readSeedSettings } from './readSeedSettings.ts';
import { sayWhatFailed } from './sayWhatFailed.ts';
import { createExisting } from './seed.ts';

try {
  const { people, ...settings } = readSeedSettings(process.env);
  const whenPresent = process.argv.includes('--reset') ? 'replace' : 'keep';
  const partnership = () => inventPartnership(people);
  const { records, created } = await createExisting({ ...settings, partnership, whenPresent });
  console.log(`harbour: ${records.toLocaleString('en')} records${created ? '' : ', already there'}`);
} catch (error) {
  console.error(`harbour: ${sayWhatFailed(error, process.env.ACCORD_ADMIN_URL)}`);
  process.exitCode = 1;
}
