// Puts the partnership's list of words into the package as text: the package is pure and reads no files.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const text = readFileSync(new URL('wording.yaml', import.meta.url), 'utf8');
mkdirSync(new URL('src/generated/', import.meta.url), { recursive: true });
writeFileSync(
  new URL('src/generated/wordingText.ts', import.meta.url),
  `/** The text of wording.yaml. Made by embed-wording.mjs. */\nexport const wordingText = ${JSON.stringify(text)};\n`,
);
