import type { Ask } from './Ask.ts';
import { BadInput } from './BadInput.ts';
import type { Profile } from './Profile.ts';

/** Throws `BadInput` if the ask names a role or kind of entity that the profile does not have. `path` is where the ask is. */
export function refuseUnknownRoles({ subjects, viewer }: Ask, path: string, { roles, entities }: Profile): void {
  const oneOf = (codes: ReadonlySet<string>) => `should be one of ${[...codes].join(', ')}.`;
  for (const [n, { role }] of subjects.entries())
    if (!roles.has(role)) throw new BadInput(`${path}.subjects[${n}].role`, oneOf(roles));
  for (const [n, kind] of (viewer.entity ?? []).entries())
    if (!entities.has(kind)) throw new BadInput(`${path}.viewer.entity[${n}]`, oneOf(entities));
}
