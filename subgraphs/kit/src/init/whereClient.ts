import { type Draft, fieldOf, liveText, modelOf } from './MappingText.ts';
import type { Proposal } from './Proposal.ts';

/**
 * `{ deleted: false, patient: { isNot: null } }`: selects the people who are not gone and are clients. '' where nothing
 * says either; `told` is false where a table says who is a client but Prisma has no relation to query it by.
 */
export function whereClient(draft: Draft, { people, clients }: Proposal): Readonly<{ where: string; told: boolean }> {
  const live = people ? liveText(draft, people) : '';
  const [path] = clients?.path ?? [];
  if (!people || !clients || !path) return { where: live, told: true };
  const field = fieldOf(draft, clients.table, path.column);
  const there = modelOf(draft, clients.table).relations.find(
    ({ keys }) => keys?.fields.length === 1 && keys.fields[0] === field?.name,
  );
  const here = modelOf(draft, people.table).relations.find(
    ({ relation, keys }) => keys === null && relation === there?.relation,
  );
  if (!here) return { where: live, told: false };
  const own = liveText(draft, clients);
  const one = own === '' ? `{ isNot: null }` : `{ is: { ${own} } }`;
  const several = own === '' ? '{ some: {} }' : `{ some: { ${own} } }`;
  const client = `${here.name}: ${here.many ? several : one}`;
  return { where: [live, client].filter((part) => part !== '').join(', '), told: true };
}
