import { InputFault } from '../command/InputFault.ts';
import { openServer } from './openServer.ts';
import { readRunSettings } from './readSettings.ts';
import type { OpenAgency } from './runAgency.ts';
import { stopWhenTold } from './stopWhenTold.ts';

/** Serves over HTTP until stopped (SIGTERM, SIGINT, or the end of the parent process). */
export async function serveAgency(open: () => Promise<OpenAgency>): Promise<void> {
  const { host, port, ...settings } = readRunSettings(process.env);
  const { agency, http, close } = await openServer(open, settings);
  const stop = stopWhenTold(close);
  try {
    console.log(`${agency} listens on ${await http.listen({ host, port })}`);
  } catch (error) {
    await stop();
    const inUse = typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'EADDRINUSE';
    throw inUse
      ? new InputFault(
          `Port ${port} is in use by another program. Stop that program, or set ACCORD_PORT to a free port.`,
        )
      : error;
  }
}
