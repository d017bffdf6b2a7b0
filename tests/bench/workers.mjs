// `npm run bench -- workers [--instructions] [--quick] [--json FILE]`: a hub in two processes (ACCORD_WORKERS=2) beside the same hub in
// one, over the same agencies and database.
//
// Two cores cannot show what two free cores would do: agencies, PostgreSQL and the load take theirs. So what a request takes of each
// hub's processes is counted: their instructions with `--instructions` (needs valgrind; `--warm N`, `--requests N`), else their processor time.
import { option, said } from './lib/options.mjs';
import { byInstructions } from './workers/byInstructions.mjs';
import { byProcessorTime } from './workers/byProcessorTime.mjs';

const number = (name) => (said(name) ? Number(option(name)) : undefined);
const options = { quick: said('quick'), json: option('json'), warm: number('warm'), requests: number('requests') };
await (said('instructions') ? byInstructions(options) : byProcessorTime(options));
