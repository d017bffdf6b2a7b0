import { Command } from 'commander';
import { registerConsent } from './consent/registerConsent.ts';
import { registerDemo } from './demo/registerDemo.ts';
import { failWith } from './failWith.ts';
import { registerLedger } from './ledger/registerLedger.ts';
import { registerServe } from './serve/registerServe.ts';
import { registerToken } from './token/registerToken.ts';

const program = new Command('accord').description('For the people who run an Accord hub.');
registerServe(program);
registerLedger(program);
registerConsent(program);
registerDemo(program);
registerToken(program);
await program.parseAsync().catch(failWith);
