import type { CatalogueTable } from '../database/Catalogue.ts';
import { type Reference, referencedBy } from '../database/references.ts';
import type { ColumnIdea } from './columnWords.ts';
import { listOf } from './listOf.ts';
import { hereWords } from './markWords.ts';
import { meaningIn } from './meaningIn.ts';
import type { ColumnGuess } from './Proposal.ts';
import type { Shapes } from './readShapes.ts';
import { type SectionName, sectionWords, widerSectionWords } from './sectionWords.ts';
import { isKin } from './subjectPaths.ts';
import { shareSuggested, suggestAlert, suggestNeed } from './suggestTerm.ts';
import type { Points } from './tableGuess.ts';
import { decoyWords, otherThingWords, visitWords } from './tableWords.ts';

/** Points for a table being a section of the contract, with why. 100 would be certain. */
export function scoreSection(
  section: SectionName,
  table: CatalogueTable,
  columns: readonly ColumnGuess[],
  path: readonly Reference[],
  shapes: Shapes,
  references: readonly Reference[],
): Points {
  const found = (idea: ColumnIdea) => columns.find((column) => column.idea === idea);
  const has = (idea: ColumnIdea, points: number, what: string) => [found(idea) ? points : 0, `has ${what}`] as const;
  const text = found('text');
  const isProse = text !== undefined && shapes.of(table, text.column.name).like.prose > 0.4;
  const inbound = referencedBy(table, references);
  const kin = references.find((one) => one.from === table && one.to === path.at(-1)?.to && isKin(one));
  const within = path.slice(1).find(({ from }) => visitWords.test(meaningIn(from.name).join(' ')));
  const common: Points = [
    ...namePoints(section, table),
    pathPoints(path),
    [kin ? -45 : 0, `links people with each other by ${kin?.column}`],
  ];
  switch (section) {
    case 'alerts':
      return [
        ...common,
        ...[
          has('kind', 10, 'a kind'),
          has('severity', 10, 'a severity'),
          has('status', 8, 'a status'),
          has('begin', 5, 'a start date'),
        ],
        ...[has('end', 4, 'an end date'), has('review', 4, 'a review date'), has('text', 6, 'text')],
        [vocabulary(suggestAlert) * 18, 'its kinds read like alerts'],
        [found('kind') || text ? 0 : -25, 'has neither kind nor text'],
      ];
    case 'notes':
      return [
        ...common,
        ...[has('begin', 10, 'a date'), has('author', 10, 'an author'), has('kind', 4, 'a kind')],
        [isProse ? 30 : text ? 15 : -60, isProse ? 'has long free text' : text ? 'has text' : 'has no text'],
        ...[has('end', -15, 'an end date'), has('severity', -12, 'a severity')],
      ];
    case 'episodes':
      return [
        ...common,
        [
          found('begin') && found('end') ? 25 : found('begin') ? 6 : -20,
          found('end') ? 'has start and end dates' : 'has at most one date',
        ],
        ...[has('status', 8, 'a status'), has('programme', 10, 'a programme'), has('severity', -20, 'a severity')],
        [isProse ? -12 : 0, 'has long free text'],
        [inbound.length > 2 ? Math.min(18, 3 * inbound.length) : 0, `${inbound.length} tables refer to it`],
        [within ? -12 : 0, `belongs to ${within?.from.name}, which fits better`],
      ];
    case 'needs':
      return [
        ...common,
        ...[
          has('kind', 12, 'a kind'),
          has('begin', 6, 'a date'),
          has('end', 6, 'a date when it was met'),
          has('severity', -6, 'a severity'),
        ],
        [vocabulary(suggestNeed) * 22, 'its kinds read like national reasons'],
        found('kind') ? [0, ''] : found('text') ? [5, 'has free text instead of a kind'] : [-30, 'has no kind'],
        [
          table.columns.some(({ name }) => hereWords.test(meaningIn(name).join(' '))) ? 6 : 0,
          'says whether it still holds',
        ],
        [isProse ? -12 : 0, 'has long free text'],
      ];
    default:
      throw section satisfies never;
  }

  function vocabulary(suggest: (label: string) => string | null): number {
    const kind = found('kind');
    const list = kind && listOf(shapes, references, table, kind.column.name);
    const labels = list
      ? [...list.labels.values()]
      : kind
        ? shapes.of(table, kind.column.name).codes.map((code) => code.toLowerCase())
        : [];
    const share = shareSuggested(labels, suggest);
    return share >= 0.5 ? 1 : share >= 0.3 ? 0.5 : 0;
  }
}

/** The last word of a name is what the thing is: a `case note` is a note, and a `note type` is no note. */
function namePoints(section: SectionName, table: CatalogueTable): Points {
  const words = meaningIn(table.name);
  const all = words.join(' ');
  const last = words.at(-1) ?? '';
  const named = sectionWords[section].exec(all)?.[0];
  const wider = named === undefined ? widerSectionWords[section]?.exec(last)?.[0] : undefined;
  const other = otherThingWords.exec(all)?.[0];
  const decoy = other === undefined ? decoyWords.exec(all)?.[0] : undefined;
  const points = named === undefined ? 0 : sectionWords[section].test(last) || named.endsWith(last) ? 36 : 18;
  return [
    [points, `named "${named}"`],
    [wider === undefined ? 0 : 24, `named "${wider}"`],
    [other === undefined ? 0 : -40, `named "${other}"`],
    [decoy === undefined ? 0 : -40, `named "${decoy}"`],
  ];
}

function pathPoints(path: readonly Reference[]): readonly [number, string] {
  const [first, ...more] = path;
  if (!first) return [0, ''];
  const over = more.map(({ from }) => from.name).join(' and ');
  if (more.length > 0) return [Math.max(1, 10 - 3 * more.length), `linked to the people through ${over}`];
  return first.how === 'key'
    ? [15, 'foreign key to the people']
    : [11, `linked to the people by the name of ${first.column}`];
}
