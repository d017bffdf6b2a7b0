import { InputFault } from '../command/InputFault.ts';
import { proxyFor } from '../connect/proxyFor.ts';
import { keptFromLinkage } from '../policy/keptFromLinkage.ts';
import { noPolicy } from '../policy/Policy.ts';
import { assertPolicy } from '../policy/policyFile.ts';
import { readPolicyPath, readSyncSettings } from '../serve/readSettings.ts';
import type { OpenAgency } from '../serve/runAgency.ts';
import { showProgress } from './showProgress.ts';
import { syncAgency } from './syncAgency.ts';

/** Announces to the hub what is new of the records, and says what it did; with `--whole` all of them are compared, with `--take-back-most` most may be gone. */
export async function syncRecords(open: () => Promise<OpenAgency>, words: readonly string[]): Promise<void> {
  const settings = readSyncSettings(process.env);
  const path = readPolicyPath(process.env);
  const proxy = proxyFor(settings.hubUrl);
  const policy = path === null ? noPolicy : await assertPolicy(path);
  if (policy.off)
    throw new InputFault(
      'The policy is off, so nothing was announced and nothing was taken back. To sync, remove "off" from the policy file.',
    );
  const { mapping, close } = await open();
  try {
    const { looked, announced, removed } = await syncAgency(mapping, settings, {
      whole: words.includes('--whole'),
      takeBackMost: words.includes('--take-back-most'),
      progress: showProgress(mapping.id),
      warn: (sentence) => console.error(sentence),
      keptBack: keptFromLinkage(mapping, policy),
      proxy,
    });
    console.log(`${mapping.id}: ${looked} records read, ${announced} announced, ${removed} taken back.`);
  } finally {
    await close();
    if (process.connected) process.disconnect();
  }
}
