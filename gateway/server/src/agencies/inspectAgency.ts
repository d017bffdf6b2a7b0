import { contractDocument } from '@accord/contract/contractDocument';
import { firstDifference } from '@accord/contract/firstDifference';
import { statementsOf } from '@accord/contract/statementsOf';
import {
  type ContractVersion,
  contractVersion,
  contractVersions,
  isContractVersion,
  isModuleName,
} from '@accord/contract/subgraphs';
import { type DocumentNode, parse } from 'graphql';
import type { ModuleRevision } from '../store/modules.ts';
import type { Ask } from './Ask.ts';
import { type KnockParts, knock } from './knock.ts';
import { readContract, type ServedContract } from './readContract.ts';

/**
 * What an agency was found to serve, or why it cannot take part, in one sentence for the person who adds it. `AWAY`: it did not
 * answer.
 */
export type Inspection =
  | Readonly<{
      kind: 'FIT';
      contractVersion: ContractVersion;
      modules: readonly string[];
      moduleRevisions: Readonly<Record<string, number>>;
      /** True if a permit was tried too. */
      knocked: boolean;
    }>
  | Readonly<{ kind: 'REFUSED'; why: string }>
  | Readonly<{ kind: 'AWAY'; why: string }>;

/** What to inspect, and how. */
export type InspectionParts = Readonly<{
  id: string;
  ask: Ask;
  /** Every revision on file of the partnership's own modules. */
  revisions: readonly ModuleRevision[];
  deadlineMs: number;
  /** What is needed to try a permit. If left out, none is tried, because the hub's key is not here. */
  knock?: KnockParts;
}>;

/**
 * Finds out whether an agency can take part: it is there, is the right one, serves a version of the contract word for word, and
 * accepts this hub's permits. Asks about nobody. Never throws because of the agency.
 */
export async function inspectAgency(parts: InspectionParts): Promise<Inspection> {
  const { id, ask, deadlineMs, revisions } = parts;
  const found = await readContract(ask, deadlineMs);
  if (found.kind !== 'FOUND') return found;
  const { contract, date } = found;
  if (contract.agency !== id)
    return refused(
      `${ask.name} is the agency "${sayable(contract.agency)}", not "${id}". Give the right address, or the id that agency has.`,
    );
  const judged = judge(contract, revisions);
  if (judged.kind !== 'FIT') return judged;
  const knocked = parts.knock && (await knock({ id, ask, deadlineMs, date }, parts.knock));
  return knocked && knocked.kind !== 'TAKEN' ? knocked : { ...judged, knocked: knocked !== undefined };
}

/** A word of the agency's own, cut and cleaned so that it can stand in a sentence. */
const sayable = (word: string): string => word.slice(0, 40).replace(/[^\w.:-]/g, '?');

const refused = (why: string): Readonly<{ kind: 'REFUSED'; why: string }> => ({ kind: 'REFUSED', why });

/** Compares what is served with what was agreed, and names the first difference. */
function judge(
  { version, modules, sdl }: ServedContract,
  revisions: readonly ModuleRevision[],
): Omit<Extract<Inspection, { kind: 'FIT' }>, 'knocked'> | ReturnType<typeof refused> {
  if (!isContractVersion(version))
    return refused(
      `The agency serves contract ${sayable(version)}; this hub supports ${contractVersions.join(', ')}. ${
        isNewer(version) ? 'Upgrade the hub first' : 'Install a kit that serves one of these'
      }.`,
    );
  const served = parsed(sdl);
  if (!served) return refused('The SDL the agency serves cannot be read.');
  const own = modules.filter((name) => !isModuleName(name));
  const strange = own.find((name) => !revisions.some((one) => one.name === name));
  if (strange !== undefined)
    return refused(
      `The agency serves a module "${sayable(strange)}" that this hub does not have. List the hub's modules with "accord contract list"; add one with "accord contract add".`,
    );
  const matched = own.flatMap(
    (name) =>
      revisionServed(
        served,
        revisions.filter((one) => one.name === name),
      ) ?? [],
  );
  const agreed = contractDocument({ version, modules: modules.filter(isModuleName), own: matched });
  const what = own.length > 0 ? `contract ${version} with ${own.join(', ')}` : `contract ${version}`;
  const difference = firstDifference(served, agreed, what);
  return difference === null
    ? {
        kind: 'FIT',
        contractVersion: version,
        modules,
        moduleRevisions: Object.fromEntries(matched.map(({ name, revision }) => [name, revision])),
      }
    : refused(`The SDL the agency serves does not match any known version of the contract: ${difference}.`);
}

/** The newest revision of a module that is served whole. If there is none, the newest of all, so that the difference is named. */
function revisionServed(served: DocumentNode, revisions: readonly ModuleRevision[]): ModuleRevision | undefined {
  const here = statementsOf(served);
  const whole = [...revisions]
    .reverse()
    .find(({ sdl }) =>
      [...statementsOf(parse(sdl))].every(
        ([coordinate, { is }]) => coordinate === 'schema' || here.get(coordinate)?.is === is,
      ),
    );
  return whole ?? revisions.at(-1);
}

/** Words and signs of an SDL that is read: twenty times those of the contract with its modules. To read as many as its bytes allow would hold up everybody. */
const maxTokens = 25_000;

function parsed(sdl: string): DocumentNode | undefined {
  try {
    return parse(sdl, { noLocation: true, maxTokens });
  } catch {
    return undefined;
  }
}

const isNewer = (version: string): boolean => version.localeCompare(contractVersion, 'en', { numeric: true }) > 0;
