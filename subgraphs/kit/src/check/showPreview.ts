import { parseArgs } from 'node:util';
import { InputFault } from '../command/InputFault.ts';
import { noPolicy } from '../policy/Policy.ts';
import { assertPolicy } from '../policy/policyFile.ts';
import { readPolicyPath } from '../serve/readSettings.ts';
import type { OpenAgency } from '../serve/runAgency.ts';
import { previewRecord } from './previewRecord.ts';
import { previewJson, tellPreview } from './tellPreview.ts';

/**
 * Prints one record, the first on file where no number is given: as it is on file, as it is told, and who would see what under the
 * agency's own policy (`ACCORD_POLICY`). `--json`: as data.
 */
export async function showPreview(open: () => Promise<OpenAgency>, words: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: words.slice(1),
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const path = readPolicyPath(process.env);
  const policy = path === null ? noPolicy : await assertPolicy(path);
  const { mapping, close } = await open();
  try {
    const number = positionals[0] ?? (await firstNumber(mapping));
    if (number === undefined)
      throw new InputFault(
        `${mapping.id} has no record to show: "linkage.page" gives none. Check the mapping with "accord-agency check".`,
      );
    const sections = await previewRecord(mapping, number, new Date(), policy);
    if (!sections)
      throw new InputFault(`${mapping.id} has no record ${number} on file, or "records" in the mapping leaves it out.`);
    console.log((values.json ? previewJson : tellPreview)(mapping.id, number, sections));
  } finally {
    await close();
    if (process.connected) process.disconnect();
  }
}

async function firstNumber({ linkage }: OpenAgency['mapping']): Promise<string | undefined> {
  const [first] = (await linkage?.page(null, 1)) ?? [];
  return first && String(first.number);
}
