import { runSeed } from '@accord/seeding/runSeed';
import { kestrelEhr } from './seed.ts';

await runSeed(kestrelEhr);
