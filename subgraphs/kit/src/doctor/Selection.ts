import type { Part } from './contractShape.ts';

/** A part of the contract under the key it is answered by. */
export type Selected = Readonly<{ key: string; part: Part; below: readonly Selected[] | undefined }>;

/** A text to ask with, and what it asks for. */
export type Question = Readonly<{
  query: string;
  selected: readonly Selected[];
  variables: Readonly<Record<string, unknown>>;
}>;

/** Ways to write one and the same question. */
export const writings = ['PLAIN', 'ALIASES', 'FRAGMENTS', 'CONDITIONS', 'ARGUMENTS'] as const;
export type Writing = (typeof writings)[number];

type Written = Readonly<{ text: string; selected: readonly Selected[] }>;

/** Asks for all these parts of a record (or of an agency's figures), written one way or another. */
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
    // Each is answered under the name of the one that follows it.
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
