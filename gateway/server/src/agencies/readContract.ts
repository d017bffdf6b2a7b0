import type { Ask } from './Ask.ts';

/** What an agency says it serves. */
export type ServedContract = Readonly<{ agency: string; version: string; modules: readonly string[]; sdl: string }>;

export type Found =
  /** `date`: what the agency's clock says, if it sends the time. */
  | Readonly<{ kind: 'FOUND'; contract: ServedContract; date: string | undefined }>
  | Readonly<{ kind: 'REFUSED'; why: string }>
  | Readonly<{ kind: 'AWAY'; why: string }>;

/** Reads an agency's contract within a deadline. What is wrong is said in a sentence without the agency's own words. */
export async function readContract(ask: Ask, deadlineMs: number): Promise<Found> {
  const refused = (why: string): Found => ({ kind: 'REFUSED', why });
  const came = await ask.contract(deadlineMs);
  if (came.kind === 'AWAY') return came;
  if (came.status !== 200)
    return {
      // A proxy in front of an agency answers so while the agency starts.
      kind: came.status >= 500 ? 'AWAY' : 'REFUSED',
      why: `${ask.name} answers ${came.status} to GET /contract, where an agency serves its contract. Is it an agency built with this kit?`,
    };
  const contract = contractIn(came.body);
  return contract
    ? { kind: 'FOUND', contract, date: came.date }
    : refused(`${ask.name} answers GET /contract, but not the way an agency built with this kit does.`);
}

function contractIn(text: string): ServedContract | undefined {
  try {
    const { agency, version, modules, sdl } = JSON.parse(text);
    const read = [agency, version, sdl].every((one) => typeof one === 'string') && Array.isArray(modules);
    return read && modules.every((one) => typeof one === 'string')
      ? // Each is compared with what was agreed, which takes a moment.
        { agency, version, modules: [...new Set<string>(modules)], sdl }
      : undefined;
  } catch {
    return undefined;
  }
}
