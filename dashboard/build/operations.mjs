/**
 * Reads every operation of the dashboard (`*.graphql`), validates it against the schema, and writes its typed document beside it,
 * under `generated/`. The operations that may be requested by name go to dist/operations.json for the hub: the page sends an
 * operation's name and a digest of its text, never the text.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InMemoryCache } from '@apollo/client';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as types from '@graphql-codegen/typescript-operations';
import { buildSchema, Kind, parse, print, validate } from 'graphql';

const here = fileURLToPath(new URL('..', import.meta.url));
const sdl = readFileSync(join(here, '../schema/contract/api.graphql'), 'utf8');
const schema = buildSchema(sdl);
// The same transform as the client's, so that what the page sends is what is written down here.
const cache = new InMemoryCache();

const scalars = Object.fromEntries(
  ['ID', 'Date', 'DateTime', 'CategoryCode', 'AlertCode', 'NeedCode', 'PurposeCode'].map((name) => [name, 'string']),
);
const config = { scalars, immutableTypes: true, dedupeFragments: true, useTypeImports: true };

const source = join(here, 'src/browser');
const files = readdirSync(source, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.graphql'))
  .sort();
const named = new Map();

for (const file of files) {
  const path = join(source, file);
  const document = cache.transformDocument(parse(readFileSync(path, 'utf8'), { noLocation: true }));
  const [fault] = validate(schema, document);
  if (fault) throw new Error(`${file}: ${fault.message}`);
  for (const { name, text } of operationsIn(document)) {
    if (named.has(name)) throw new Error(`${file}: there is another operation called ${name}.`);
    named.set(name, { text, id: `${name}.${createHash('sha256').update(text).digest('hex').slice(0, 16)}` });
  }
  const written = join(dirname(path), 'generated', `${basename(path, '.graphql')}.ts`);
  mkdirSync(dirname(written), { recursive: true });
  const code = await codegen({
    filename: written,
    schema: parse(sdl),
    documents: [{ location: path, document }],
    config,
    plugins: [{ types: {} }, { typedDocuments: {} }],
    pluginMap: { types, typedDocuments },
  });
  writeFileSync(written, `// Made from ${basename(path)} by \`npm run operations\`; edit that.\n${code}`);
}

mkdirSync(join(here, 'dist'), { recursive: true });
mkdirSync(join(source, 'graph/generated'), { recursive: true });
writeFileSync(
  join(here, 'dist/operations.json'),
  JSON.stringify([...named.values()].map(({ id, text }) => ({ name: id, document: text }))),
);
writeFileSync(
  join(source, 'graph/generated/documentIds.ts'),
  `// Made by \`npm run operations\`.\nexport const documentIds: Readonly<Record<string, string>> = ${JSON.stringify(
    Object.fromEntries([...named].map(([name, { id }]) => [name, id])),
    null,
    2,
  )};\n`,
);

/** Each operation of a document, with only the fragments it uses. */
function operationsIn(document) {
  const fragments = new Map(
    document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]),
  );
  return document.definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      if (!operation.name) throw new Error('Every operation needs a name.');
      const used = new Set();
      const gather = (node) => {
        for (const name of spreadsOf(node))
          if (!used.has(name)) {
            used.add(name);
            gather(fragments.get(name));
          }
      };
      gather(operation);
      const definitions = [operation, ...[...fragments].filter(([name]) => used.has(name)).map(([, one]) => one)];
      return { name: operation.name.value, text: print({ kind: Kind.DOCUMENT, definitions }) };
    });
}

function spreadsOf(node) {
  return [...JSON.stringify(node).matchAll(/"kind":"FragmentSpread","name":\{"kind":"Name","value":"(\w+)"/g)].map(
    ([, name]) => name,
  );
}
