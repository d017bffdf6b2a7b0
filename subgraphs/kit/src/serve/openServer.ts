import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { assertServable } from '../check/assertServable.ts';
import { createAgency } from './createAgency.ts';
import { openOwn } from './openOwn.ts';
import type { AnswerSettings } from './readSettings.ts';
import type { OpenAgency } from './runAgency.ts';

/** An agency's server over its database, not listening yet, and how to close both. */
export type OpenServer = Readonly<{ agency: string; http: FastifyInstance; log: Logger; close(): Promise<void> }>;

/** Opens the agency's server, the same whichever way the hub reaches it. Throws one sentence where it cannot. */
export async function openServer(open: () => Promise<OpenAgency>, settings: AnswerSettings): Promise<OpenServer> {
  const own = await openOwn(settings);
  const { mapping, reads, close } = await open();
  try {
    await assertServable(mapping, reads?.db);
  } catch (error) {
    await close();
    throw error;
  }
  const log = pino({ name: mapping.id });
  const http = await createAgency(mapping, { ...settings, clock: () => new Date(), log, ...own(log) });
  return {
    ...{ agency: mapping.id, http, log },
    async close() {
      await http.close();
      await close();
    },
  };
}
