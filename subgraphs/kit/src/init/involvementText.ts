import { dayText, fieldFor, modelOf } from './MappingText.ts';
import type { Model } from './Models.ts';
import { programmeText } from './programmeText.ts';
import { relationOf } from './relationText.ts';
import { sectionText } from './sectionText.ts';
import { property, type Writing } from './Writing.ts';

/** `involvement`: since when, in which programme and with whom, from the people's own columns. */
export function involvementText(writing: Writing): string {
  const { draft, people, used } = writing;
  const worker = relationOf(writing, people, 'author')[0];
  return sectionText(used, 'involvement', 'one', 'people', [
    ...programmeText(writing, people),
    ...property(writing, people, 'begin', 'since', (guess, field) => dayText(draft, guess.table, field, used)),
    ...property(writing, people, 'end', 'until', (guess, field) => dayText(draft, guess.table, field, used)),
    ...(worker ? property(writing, people, 'author', 'worker', () => workerText(writing, worker)) : []),
  ]);
}

function workerText(writing: Writing, { name, optional }: Model['relations'][number]): string {
  const { draft, proposal, people } = writing;
  const guess = proposal.workers;
  const full = fieldFor(draft, guess, 'fullName');
  const given = fieldFor(draft, guess, 'given');
  const family = fieldFor(draft, guess, 'family');
  const phone = fieldFor(draft, guess, 'phone');
  const to = draft.models.models.find((one) => guess && one === modelOf(draft, guess.table));
  if (relationOf(writing, people, 'author')[0]?.to !== to?.name) return 'null';
  const at = `row.${name}`;
  const called = full
    ? `${at}.${full.name}`
    : given && family
      ? `\`\${${at}.${given.name} ?? ''} \${${at}.${family.name} ?? ''}\`.trim()`
      : 'null';
  const told = `{ name: ${called}${phone ? `, phone: ${at}.${phone.name}` : ''} }`;
  return optional ? `${at} ? ${told} : null` : told;
}
