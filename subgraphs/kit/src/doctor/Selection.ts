import type { Part } from './contractShape.ts';

/** A field of the contract, with the response key it is requested under. */
export type Selected = Readonly<{ key: string; part: Part; below: readonly Selected[] | undefined }>;

/** A query, and what it selects. */
export type Question = Readonly<{
  query: string;
  selected: readonly Selected[];
  variables: Readonly<Record<string, unknown>>;
}>;

/** Different ways to write the same query. */
export const writings = ['PLAIN', 'ALIASES', 'FRAGMENTS', 'CONDITIONS', 'ARGUMENTS'] as const;
export type Writing = (typeof writings)[number];

type Written = Readonly<{ text: string; selected: readonly Selected[] }>;

/** A query for all these fields of a record (or of an agency's figures), written in one of these ways. */
export function questionFor(parts: readonly Part[], writing: Writing = 'PLAIN', type = 'AgencyRecord'): Question {
  const fragments: string[] = [];
  const { text, selected } = write(parts, writing, fragments, type);
  const conditions = writing === 'CONDITIONS';
  return {
    query: `query ($representations: [_Any!]!${conditions ? ', $yes: Boolean!, $no: Boolean!' : ''}) { _entities(representations: $representations) { ... on ${type} { ${text} } } } ${fragments.join(' ')}`,
    selected,
    variables: conditions ? { yes: true, no: false } : {},
  };
}

function write(parts: readonly Part[], writing: Writing, fragments: string[], type: string): Written {
  const written = parts.map((part, index) => {
    const below = part.below && write(part.below, writing, fragments, part.type);
    // Each field is requested under the name of the next one.
    const key = writing === 'ALIASES' ? (parts[(index + 1) % parts.length]?.field ?? part.field) : part.field;
    const name = key === part.field ? part.field : `${key}: ${part.field}`;
    const args = writing === 'ARGUMENTS' ? (part.withArguments ?? '') : '';
    const field = `${name}${args}${conditionOf(writing, index)}${below ? ` { ${below.text} }` : ''}`;
    return { text: field, selected: { key, part, below: below?.selected } };
  });
  const text = written.map(({ text: field }) => field).join(' ');
  const selected = written.map((one) => one.selected);
  if (writing !== 'FRAGMENTS') return { text, selected };
  const name = `F${fragments.length}`;
  fragments.push(`fragment ${name} on ${type} { ${text} }`);
  return { text: `...${name} ... on ${type} { ...${name} }`, selected };
}

function conditionOf(writing: Writing, index: number): string {
  if (writing !== 'CONDITIONS') return '';
  return index % 2 === 0 ? ' @include(if: $yes)' : ' @skip(if: $no)';
}
