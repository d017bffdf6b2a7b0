// The agencies of `hub.mjs`, all in one process. Each is a subgraph of the kit with its own port and database, guard and permits on.

import { harbour } from '@accord/harbour/agency';
import { openDatabase } from '@accord/harbour/database';
import { createAgency } from '@accord/kit/serve/createAgency';
import { pino } from 'pino';
import { replaying } from './replaying.mjs';

const { urls, hubKey, replay } = JSON.parse(process.env.ACCORD_AGENCIES);
const agencies = await Promise.all(
  urls.map(async ({ id, database }) => {
    const mapping = { ...harbour(openDatabase(database, { statementMs: 60_000 })), id };
    const http = await createAgency(mapping, {
      ...{
        hubKey,
        linkageSecret: new Uint8Array(32).fill(9),
        clock: () => new Date(),
        log: pino({ level: 'warn' }, pino.destination(2)),
      },
    });
    const url = await http.listen({ host: '127.0.0.1', port: 0 });
    const { contract, modules } = await (await fetch(`${url}/health`)).json();
    return { id, url: replay ? await replaying(url) : url, contract, modules };
  }),
);
process.send({ agencies });
process.once('disconnect', () => process.exit(0));
