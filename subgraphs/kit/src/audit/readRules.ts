import { readFile } from 'node:fs/promises';
import { parseRuleSet } from '@accord/quality/rules/parseRuleSet';
import type { RuleSet } from '@accord/quality/rules/RuleSet';
import { shippedRules } from '@accord/quality/rules/shippedRules';
import { versionOf } from '@accord/quality/rules/versionOf';
import { InputFault } from '../command/InputFault.ts';

/** Where rules come from: a file; or the hub, the newest of a name or one version by its identity; or, with neither, those shipped. */
export type RulesFrom = Readonly<{ file?: string | undefined; hub?: string | undefined; id?: string | undefined }>;

const patienceMs = 15_000;

/**
 * The rule set to audit by. What the hub sends is read, and its own hash compared with the identity that was asked or announced: a text
 * that says something else is refused.
 */
export async function readRules({ file, hub, id }: RulesFrom): Promise<RuleSet> {
  if (file !== undefined) return parsed(await textOf(file), file, id);
  if (hub === undefined) {
    if (id !== undefined && id !== versionOf(shippedRules))
      throw new InputFault(
        `The rules ${id} are not those of this kit (${versionOf(shippedRules)}). Set ACCORD_HUB_URL, so that the hub can be asked for them.`,
      );
    return shippedRules;
  }
  const base = hub.replace(/\/+$/, '');
  const asked = id ?? newestOf(await fetched(`${base}/rules`));
  const [name = '', rest = ''] = asked.split('@');
  const version = rest.split('#')[0] ?? '';
  const text = await fetched(`${base}/rules/${encodeURIComponent(name)}/${encodeURIComponent(version)}`);
  return parsed(text, `The hub's ${name} ${version}`, asked);
}

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new InputFault(`The rules ${file} cannot be read.`);
  });

function parsed(text: string, from: string, id: string | undefined): RuleSet {
  const read = parseRuleSet(text);
  if (read.kind === 'FAULTY') {
    const [fault] = read.faults;
    throw new InputFault(`${from}: line ${fault?.line ?? 1}: ${fault?.sentence ?? 'it cannot be read.'}`);
  }
  const own = versionOf(read.rules);
  if (id !== undefined && own !== id)
    throw new InputFault(`${from} is ${own}, but ${id} was asked for. Nothing was audited.`);
  return read.rules;
}

function newestOf(text: string): string {
  const told: unknown = JSON.parse(text);
  const [newest]: readonly unknown[] = Array.isArray(told) ? told : [];
  const id: unknown = typeof newest === 'object' && newest !== null ? Reflect.get(newest, 'id') : undefined;
  if (typeof id !== 'string') throw new InputFault('The hub has no rules. Give a file instead: --rules FILE.');
  return id;
}

async function fetched(url: string): Promise<string> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
    if (answer.ok) return await answer.text();
  } catch {
    // told below
  }
  throw new InputFault(`The hub gave no rules at ${url}. Give a file instead: --rules FILE.`);
}
