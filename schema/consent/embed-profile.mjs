// Puts the shipped profile into the package as text: the package is pure and reads no files.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const text = readFileSync(new URL('profiles/au-vic.yaml', import.meta.url), 'utf8');
mkdirSync(new URL('src/generated/', import.meta.url), { recursive: true });
writeFileSync(
  new URL('src/generated/auVicText.ts', import.meta.url),
  `/** The text of profiles/au-vic.yaml. Made by embed-profile.mjs. */\nexport const auVicText = ${JSON.stringify(text)};\n`,
);
