// Puts the shipped decision rules into the package as text: the package is pure and reads no files.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const text = readFileSync(new URL('proposals/usual.yaml', import.meta.url), 'utf8');
mkdirSync(new URL('src/generated/', import.meta.url), { recursive: true });
writeFileSync(
  new URL('src/generated/usualDecisionText.ts', import.meta.url),
  `/** The text of proposals/usual.yaml. Made by embed-decision-rules.mjs. */\nexport const usualDecisionText = ${JSON.stringify(text)};\n`,
);
