import { parseArgs } from 'node:util';
import { InputFault } from '../command/InputFault.ts';
import { readAuditSettings } from '../serve/readSettings.ts';
import type { OpenAgency } from '../serve/runAgency.ts';
import { showProgress } from '../sync/showProgress.ts';
import { auditAgency } from './auditAgency.ts';
import { readRules } from './readRules.ts';

/** Closed windows that the first audit looks back to, unless told otherwise. */
const usualWindows = 4;

/** Audits the agency's own records, and says what it did; `--rules FILE`, `--rules-id ID`, `--windows N`. */
export async function runAudit(open: () => Promise<OpenAgency>, words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: words.slice(1),
    options: { rules: { type: 'string' }, 'rules-id': { type: 'string' }, windows: { type: 'string' } },
  });
  const { folder, length, rulesFile, hubUrl } = readAuditSettings(process.env);
  const windows = values.windows === undefined ? usualWindows : Number(values.windows);
  if (!Number.isInteger(windows) || windows < 1 || windows > 40)
    throw new InputFault(`--windows is "${values.windows}". Use a whole number from 1 to 40.`);
  const rules = await readRules({ file: values.rules ?? rulesFile, hub: hubUrl, id: values['rules-id'] });
  const { mapping, close } = await open();
  try {
    const begun = performance.now();
    const progress = showProgress(mapping.id);
    const {
      records,
      notes,
      read,
      published,
      rules: id,
    } = await auditAgency(mapping, {
      ...{ folder, rules, now: new Date(), length, windows, progress },
    });
    const seconds = (performance.now() - begun) / 1_000;
    console.log(
      [
        `${mapping.id}: ${count(records, 'record')} and ${count(notes, 'note')} in ${seconds.toFixed(1)} seconds; ${count(read, 'note')} ${read === 1 ? 'was' : 'were'} new or changed, and read by the rules.`,
        `${count(published, 'table')} published. Rules: ${id}.`,
      ].join('\n'),
    );
  } finally {
    await close();
    if (process.connected) process.disconnect();
  }
}

const count = (number: number, one: string): string => `${number} ${number === 1 ? one : `${one}s`}`;
