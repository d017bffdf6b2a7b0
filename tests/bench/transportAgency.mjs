// The agency of `transport.mjs`: Wattle, with invented people, as a partner runs it.

import { createAgency } from '@accord/kit/serve/createAgency';
import { inventPartnership } from '@accord/people/inventPartnership';
import { wattle } from '@accord/wattle/agency';
import { openDatabase } from '@accord/wattle/database';
import { createExisting } from '@accord/wattle/seed';
import { pino } from 'pino';

const { file, hubKey } = JSON.parse(process.env.ACCORD_AGENCY);
const partnership = () => inventPartnership({ seed: 11, count: 2_000, asOf: '2026-11-22' });
await createExisting({ file, partnership, whenPresent: 'keep' });
const mapping = wattle(openDatabase(file));
const rows = await mapping.linkage.page(null, 900);
const http = await createAgency(mapping, {
  ...{ hubKey, linkageSecret: new Uint8Array(32).fill(9), clock: () => new Date() },
  log: pino({ level: 'warn' }, pino.destination(2)),
});
const url = await http.listen({ host: '127.0.0.1', port: 0 });
process.send({ url, numbers: rows.map(({ number }) => String(number)) });
process.once('disconnect', () => process.exit(0));
