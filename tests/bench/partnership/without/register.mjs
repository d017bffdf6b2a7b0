// For `costs.mjs` only, and only in its own processes. Loaded before a hub or an agency, it replaces the module that makes permits, writes
// the ledger or decides (ACCORD_BENCH_WITHOUT names which). The product has no such setting.
import { register } from 'node:module';

register('./hooks.mjs', import.meta.url, { data: process.env.ACCORD_BENCH_WITHOUT });
