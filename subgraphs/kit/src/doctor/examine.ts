import { contractDocument } from '@accord/contract/contractDocument';
import { contractVersion, isContractVersion, isModuleName } from '@accord/contract/subgraphs';
import { parse } from 'graphql';
import type { CryptoKey, JWK } from 'jose';
import { InputFault } from '../command/InputFault.ts';
import { allChecks } from './allChecks.ts';
import { broken, type Check, type Examined, type Finding } from './Check.ts';
import { askAll } from './checks/batching.ts';
import { contractShape } from './contractShape.ts';
import { entitiesOf, inWords, PlayedHub } from './PlayedHub.ts';
import { questionFor } from './Selection.ts';
import { at, toldOf } from './told.ts';

/** What to examine, and as whom. */
export type Examination = Readonly<{
  url: URL;
  key: CryptoKey;
  publicJwk: JWK;
  /** The agency's short name; left out, what it says itself. */
  agency?: string;
  /** Numbers of some records on file; left out, 1 to 200 are tried. */
  records?: readonly string[];
  /** Ids or themes (`guard.expired`, `guard`) to keep to; left out, all. */
  only?: readonly string[];
  deadlineMs?: number;
  patienceMs?: number;
  /** Told of each finding as it is made. */
  onFinding?: (result: Result) => void;
}>;

/** One rule and what came of it. */
export type Result = Readonly<Pick<Check, 'id' | 'rule' | 'asked'> & Finding & { mend: string | null }>;

/** What an examination came to. */
export type Report = Readonly<{
  agency: string;
  url: string;
  contract: string;
  modules: readonly string[];
  /** How many records were examined, and whether their numbers were given or tried. */
  records: Readonly<{ known: number; from: 'GIVEN' | 'TRIED' }>;
  holding: number;
  broken: number;
  warnings: number;
  skipped: number;
  rules: readonly Result[];
}>;

/** The hub's usual deadline. */
const usualDeadlineMs = 3_000;
const usualPatienceMs = 40_000;
const numbersTried = Array.from({ length: 200 }, (_, index) => String(index + 1));

/**
 * Examines a running agency over HTTP, in the hub's place.
 *
 * Checks run one after another, those that only wait beside the others, so that an agency's database has little to do. Throws an
 * `InputFault` where nothing can be examined: no agency there, none of that name, or one that does not accept the doctor's key.
 */
export async function examine({ url, key, publicJwk, onFinding, ...asked }: Examination): Promise<Report> {
  const checks = chosen(asked.only);
  const deadlineMs = asked.deadlineMs ?? usualDeadlineMs;
  const stranger = new PlayedHub({ url, agency: '', key, publicJwk, deadlineMs });
  const health = await healthOf(stranger, url).finally(() => stranger.close());
  const id = asked.agency ?? health.agency;
  if (typeof id !== 'string' || id === '')
    throw new InputFault(`${url.href} does not say which agency it is. Name it with --agency, or correct the address.`);
  const hub = new PlayedHub({ url, agency: id, key, publicJwk, deadlineMs });
  try {
    await assertAccepted(hub, url, id);
    const modules = Array.isArray(health.modules) ? health.modules.filter((name) => typeof name === 'string') : [];
    const contracts = await contractsOf(hub, health.contract, modules);
    const known = { hub, url, id, health, ...contracts, deadlineMs, patienceMs: asked.patienceMs ?? usualPatienceMs };
    const records = await recordsOnFile({ ...known, records: [] }, asked.records ?? numbersTried);
    if (records.length === 0 && asked.records)
      throw new InputFault(
        `None of the ${asked.records.length} records named with --records is on file at "${id}". Name others.`,
      );
    const rules = await runAll(checks, { ...known, records }, onFinding);
    const count = (state: Finding['state']): number => rules.filter((one) => one.state === state).length;
    return {
      ...{
        agency: id,
        url: url.href,
        modules,
        contract: typeof health.contract === 'string' ? health.contract : contractVersion,
      },
      records: { known: records.length, from: asked.records ? 'GIVEN' : 'TRIED' },
      ...{ holding: count('HOLDS'), broken: count('BROKEN'), warnings: count('WARNING'), skipped: count('SKIPPED') },
      rules,
    };
  } finally {
    await hub.close();
  }
}

function chosen(only: readonly string[] | undefined): readonly Check[] {
  if (!only) return allChecks;
  const isNamed = ({ id }: Check, name: string): boolean => id === name || id.startsWith(`${name}.`);
  const unknown = only.find((name) => !allChecks.some((check) => isNamed(check, name)));
  if (unknown !== undefined) {
    const themes = [...new Set(allChecks.map(({ id }) => id.split('.')[0]))];
    throw new InputFault(
      `There is no rule "${unknown}". Use ids such as guard.expired, or themes: ${themes.join(', ')}.`,
    );
  }
  return allChecks.filter((check) => only.some((name) => isNamed(check, name)));
}

async function healthOf(hub: PlayedHub, url: URL): Promise<Examined['health']> {
  const heard = await hub.send(async () => ({ method: 'GET', path: '/health', headers: {} }));
  if (heard.kind !== 'ANSWERED')
    throw new InputFault(
      `No agency answers at ${url.href} (${inWords(heard)}). Check that it is running and that this is its address.`,
    );
  const [agency, contract, modules] = ['agency', 'contract', 'modules'].map((name) => at(heard.json, name));
  return { agency, contract, modules };
}

/** What the agency serves, what it should, and the fields to examine: with the partnership's own modules, those it says they have. */
async function contractsOf(hub: PlayedHub, said: unknown, modules: readonly string[]) {
  const version = typeof said === 'string' && isContractVersion(said) ? said : contractVersion;
  const agreed = {
    document: contractDocument({ version, modules: modules.filter(isModuleName) }),
    name: `contract ${version}`,
  };
  const heard = await hub.send(async () => ({ method: 'GET', path: '/contract', headers: {} }));
  const sdl = heard.kind === 'ANSWERED' ? at(heard.json, 'sdl') : null;
  const served = typeof sdl === 'string' && parses(sdl) ? sdl : undefined;
  const own = modules.some((name) => !isModuleName(name));
  return { served, agreed, contract: contractShape(own && served !== undefined ? parse(served) : agreed.document) };
}

function parses(sdl: string): boolean {
  try {
    contractShape(parse(sdl));
    return true;
  } catch {
    return false;
  }
}

async function assertAccepted(hub: PlayedHub, url: URL, id: string): Promise<void> {
  const heard = await hub.sendPermitted(JSON.stringify({ query: '{ _entities(representations: []) { __typename } }' }));
  if (entitiesOf(heard)) return;
  throw new InputFault(
    `"${id}" at ${url.href} does not accept permits signed with this key (${inWords(heard)}). Before joining, start a rehearsal of it on another port:
  ACCORD_HUB_KEY='${JSON.stringify(hub.publicJwk)}' ACCORD_PORT=… <how you start it>
Then run the doctor again. Check, too, that its clock is right and that "${id}" is its short name.`,
  );
}

/** Those of these numbers that are on file, those of which most is told first. */
async function recordsOnFile(agency: Examined, numbers: readonly string[]): Promise<readonly string[]> {
  const { selected } = questionFor(agency.contract.record);
  const entities = entitiesOf(await askAll(agency, numbers)) ?? [];
  return numbers
    .map((number, index) => ({ number, told: toldOf(entities[index], selected) }))
    .filter(({ told }) => told > 0)
    .sort((a, b) => b.told - a.told)
    .map(({ number }) => number);
}

async function runAll(
  checks: readonly Check[],
  agency: Examined,
  onFinding: Examination['onFinding'] = () => {},
): Promise<readonly Result[]> {
  const results = new Map<string, Result>();
  const run = async (check: Check): Promise<void> => {
    const finding = await check.run(agency).catch(() => broken('The doctor could not interpret the answer.'));
    const { id, rule, asked, mend } = check;
    const toMend = finding.state === 'BROKEN' || finding.state === 'WARNING' ? mend : null;
    const result = { id, rule, asked, ...finding, mend: toMend };
    results.set(id, result);
    onFinding(result);
  };
  const beside = Promise.all(checks.filter((check) => check.beside).map(run));
  for (const check of checks.filter((one) => !one.beside)) await run(check);
  await beside;
  return checks.flatMap(({ id }) => results.get(id) ?? []);
}
