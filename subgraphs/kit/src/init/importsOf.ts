import type { Used } from './MappingText.ts';

const homes: Readonly<Record<string, string>> = {
  ...{
    asOf: 'asOf',
    bigints: 'bigints',
    unsignedBigints: 'bigints',
    decimals: 'decimals',
    compositeKey: 'compositeKey',
    day: 'day',
    dayIn: 'day',
    dayWritten: 'day',
    emptyAsNull: 'emptyAsNull',
    epoch: 'day',
    ints: 'ints',
    isOver: 'day',
    latest: 'latest',
  },
  ...{
    beside: 'through',
    many: 'section',
    manyIn: 'section',
    one: 'section',
    table: 'table',
    texts: 'texts',
    together: 'section',
    through: 'through',
    trimmed: 'emptyAsNull',
    uuids: 'uuids',
  },
};

/** The import lines, one for each of the kit's files, sorted. */
export function importsOf(used: Used): readonly string[] {
  const files = new Map<string, string[]>(
    used.has('defineAgency') ? [['Mapping', ['defineAgency', 'type Mapping']]] : [],
  );
  for (const word of [...used].sort()) {
    const home = homes[word];
    if (home !== undefined) files.set(home, [...(files.get(home) ?? []), word]);
  }
  return [...files]
    .sort(([a], [b]) => a.toLowerCase().localeCompare(b.toLowerCase()))
    .map(([file, words]) => `import { ${words.join(', ')} } from '@accord/kit/${file}';`);
}
