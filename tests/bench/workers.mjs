// `npm run bench -- workers [--instructions] [--quick] [--json FILE]`: compares a hub in two processes (ACCORD_WORKERS=2) with the same hub
// in one, over the same agencies and database.
//
// Two cores cannot show what two free cores would do: agencies, PostgreSQL and the load take their share. So this counts what a request
// costs each of the hub's processes: instructions with `--instructions` (needs Valgrind; `--warm N`, `--requests N`), otherwise CPU time.
import { option, said } from './lib/options.mjs';
import { byInstructions } from './workers/byInstructions.mjs';
import { byProcessorTime } from './workers/byProcessorTime.mjs';

const number = (name) => (said(name) ? Number(option(name)) : undefined);
const options = { quick: said('quick'), json: option('json'), warm: number('warm'), requests: number('requests') };
await (said('instructions') ? byInstructions(options) : byProcessorTime(options));
