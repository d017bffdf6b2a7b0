import { composeModules } from '@accord/contract/composeModules';
import { whatBreaks } from '@accord/contract/whatBreaks';
import type { Store } from '@accord/server/store/Store';
import { InputFault } from '../InputFault.ts';

/** A change of one module; an `sdl` of null removes it. */
export type Change = Readonly<{ name: string; sdl: string | null; by: string }>;

/**
 * Puts a change on file if the contract composes with it and it breaks no agency on an older revision. Otherwise throws an
 * `InputFault` with every fault, and changes nothing. @returns the new revision.
 */
export async function changeModule({ name, sdl, by }: Change, store: Pick<Store, 'modules'>): Promise<number> {
  const { revision, current } = await store.modules.onFile();
  const before = current.find((module) => module.name === name);
  if (sdl === null && !before) throw new InputFault(`There is no module "${name}". See "accord contract list".`);
  if (sdl === before?.sdl) throw new InputFault(`"${name}" is already on file, word for word. Nothing was changed.`);
  const others = current.filter((module) => module.name !== name);
  const composition = composeModules(sdl === null ? others : [...others, { name, sdl }]);
  const faults = composition.kind === 'REFUSED' ? composition.faults : brokenBy(sdl, before);
  if (faults.length > 0)
    throw new InputFault(
      [`"${name}" is refused. Nothing was changed:`, ...faults.map((fault) => `- ${fault}`)].join('\n'),
    );
  const changed = await store.modules.change({ name, sdl, at: new Date(), by, after: revision });
  if (!changed) throw new InputFault('Somebody else has just changed the modules. Run the command again.');
  return revision + 1;
}

const brokenBy = (
  sdl: string | null,
  before: Readonly<{ name: string; sdl: string }> | undefined,
): readonly string[] =>
  sdl === null || !before
    ? []
    : whatBreaks(before, { name: before.name, sdl }).map(({ coordinate, message }) => `${coordinate} ${message}`);
