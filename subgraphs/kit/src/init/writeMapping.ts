import { addressText } from './addressText.ts';
import { contactText } from './contactText.ts';
import { fitted } from './fitted.ts';
import { identifier } from './identifier.ts';
import { identityText } from './identityText.ts';
import { prismaClientTypeLine } from './importLine.ts';
import { importsOf } from './importsOf.ts';
import { involvementText } from './involvementText.ts';
import { alertsText, episodesText, needsText, notesText } from './listsText.ts';
import { type Draft, oneLine } from './MappingText.ts';
import { namedKeys } from './namedKeys.ts';
import type { Proposal } from './Proposal.ts';
import { silentText } from './silentText.ts';
import { recordsText } from './tableText.ts';
import type { Writing } from './Writing.ts';
import { codeMapsOf } from './writeOwnCodes.ts';

/** `agency.ts`: the proposed mapping, each guess with its reason. It compiles as it stands, and tells nobody an alert, need or note. */
export function writeMapping(draft: Draft, proposal: Proposal, agency: Readonly<{ id: string; name: string }>): string {
  const { people } = proposal;
  if (!people) throw new Error('There is no mapping without people.');
  const writing: Writing = {
    ...{ draft, proposal, people, used: new Set(['defineAgency']), tables: [], usedMaps: new Set() },
    maps: new Set(codeMapsOf(proposal).map(({ name }) => name)),
  };
  const parts = [
    recordsText(writing),
    identityText(writing),
    contactText(writing),
    addressText(writing),
    silentText(writing),
    involvementText(writing),
    episodesText(writing),
    needsText(writing),
    alertsText(writing),
    notesText(writing),
  ];
  const { used, usedMaps, tables } = writing;
  const body = parts.filter((part) => part !== '').join('\n\n');
  const declared = namedKeys(tables.join('\n').trimStart());
  const vocabulary = ['aboutAlert', 'aboutNeed'].filter((word) => used.has(word));
  return fitted(
    `${[
      ...(vocabulary.length > 0 ? [`import { ${vocabulary.join(', ')} } from '@accord/contract/vocabulary';`] : []),
      ...importsOf(used),
      prismaClientTypeLine,
      "import { linkage } from './linkage.ts';",
      ...(usedMaps.size > 0 ? [`import { ${[...usedMaps].sort().join(', ')} } from './ownCodes.ts';`] : []),
      '',
      '/**',
      ` * ${oneLine(agency.name).replaceAll('*/', '')}, in the terms of the contract.`,
      ' *',
      ' * Proposed by `accord-agency init` from names, types, keys and the look of some values. Every comment names the',
      ' * column that was chosen, how sure the guess is, and why. Read each, correct what is wrong, then delete the comment.',
      ' * MAPPING.md lists what was not placed.',
      ' */',
      `export function ${identifier(agency.id)}(db: PrismaClient): Mapping {`,
      ...declared.declared.map((line) => `  ${line}`),
      `  ${declared.text}`,
      '',
      '  return defineAgency({',
      `    id: '${agency.id}',`,
      body,
      '',
      '    linkage: linkage(db),',
      '  });',
      '}',
    ].join('\n')}\n`,
  );
}
