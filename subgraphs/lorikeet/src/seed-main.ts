import { inventPartnership } from '@accord/people/inventPartnership';
import { writeExtract } from './seed.ts';

// Writes an extract of invented people. Usage: node dist/seed-main.js FOLDER [SEED]
const [folder, seed = '1'] = process.argv.slice(2);
if (folder === undefined || !/^\d{1,9}$/.test(seed)) {
  console.error('Say where to: node dist/seed-main.js FOLDER [SEED]');
  process.exitCode = 1;
} else {
  const { people } = inventPartnership({ seed: Number(seed), count: 500, asOf: '2026-11-22' });
  const records = people.flatMap(({ records }) => records.filter(({ agency }) => agency === 'kestrel'));
  await writeExtract(folder, records);
  console.log(`lorikeet: ${records.length} records`);
}
