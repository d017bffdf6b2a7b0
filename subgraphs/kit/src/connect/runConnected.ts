import { openServer } from '../serve/openServer.ts';
import { readConnectSettings } from '../serve/readSettings.ts';
import type { OpenAgency } from '../serve/runAgency.ts';
import { stopWhenTold } from '../serve/stopWhenTold.ts';
import { connectAgency } from './connectAgency.ts';
import { proxyFor } from './proxyFor.ts';

/**
 * Serves over connections that the agency dials itself, with no port open, until stopped (SIGTERM, SIGINT, or the end of
 * the parent process); then it answers requests in progress and ends.
 */
export async function runConnected(open: () => Promise<OpenAgency>): Promise<void> {
  const { hubUrls, agencyKey, ...settings } = readConnectSettings(process.env);
  // A faulty proxy setting for any of them prevents the start.
  for (const hubUrl of hubUrls) proxyFor(hubUrl);
  const { agency, http, log, close } = await openServer(open, settings);
  const { hubKey } = settings;
  const line = await connectAgency(http, {
    ...{ agency, hubUrls, hubKey, agencyKey, clock: () => new Date(), proxyFor },
    tell: (sentence) => log.info(sentence),
  });
  stopWhenTold(async () => {
    await line.stop();
    await close();
  });
  void line.connected.then(() => console.log(`${agency} is connected to ${hubUrls.join(' and ')}`));
}
