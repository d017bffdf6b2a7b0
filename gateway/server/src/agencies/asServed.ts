import type { AgencyRow } from '../store/agencies.ts';

/**
 * Returns an agency as it may be asked: as it is on file, but with no more than it was last found to serve.
 *
 * If it serves less than is on file, that holds from the moment it is seen. If it serves more, that waits until its people and
 * the hub's agree (`accord agency upgrade`).
 */
export function asServed(agency: AgencyRow): AgencyRow {
  const served = agency.observed?.served;
  if (!served) return agency;
  const { contractVersion, modules, moduleRevisions = {} } = agency;
  return {
    ...agency,
    contractVersion: isOlder(served.contractVersion, contractVersion) ? served.contractVersion : contractVersion,
    modules: modules.filter((name) => served.modules.includes(name)),
    moduleRevisions: Object.fromEntries(
      Object.entries(moduleRevisions).map(([name, revision]) => [
        name,
        Math.min(revision, served.moduleRevisions?.[name] ?? revision),
      ]),
    ),
  };
}

const isOlder = (version: string, other: string): boolean => version.localeCompare(other, 'en', { numeric: true }) < 0;
