// Wattle in a process of its own, which dials the hub. A test forks it and sends { hubUrl, hubKey, agencyKey }; it reports each
// line of its log as { said }.
import { connectAgency } from '@accord/kit/connect/connectAgency';
import { one } from '@accord/kit/section';
import { createAgency } from '@accord/kit/serve/createAgency';
import { table } from '@accord/kit/table';
import { pino } from 'pino';

process.once('message', async ({ hubUrl, hubKey, agencyKey }) => {
  const people = table({ rows: async (numbers) => numbers.map((id) => ({ id })), of: ({ id }) => id });
  const identity = one(people, () => ({ name: { given: 'Ada', family: 'Brook' } }));
  const clock = () => new Date();
  const http = await createAgency(
    { id: 'wattle', records: people, identity },
    { hubKey, linkageSecret: new Uint8Array(32).fill(9), clock, log: pino({ level: 'silent' }) },
  );
  await connectAgency(http, {
    ...{ agency: 'wattle', hubUrls: [hubUrl], hubKey, agencyKey, clock },
    ...{ tell: (said) => process.send({ said }), pingMs: 500, firstWaitMs: 50 },
  });
});
process.once('disconnect', () => process.exit());
