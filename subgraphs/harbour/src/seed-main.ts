import { runSeed } from '@accord/seeding/runSeed';
import { harbourCare } from './seed.ts';

await runSeed(harbourCare);
