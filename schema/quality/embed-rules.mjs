// Puts the shipped rule set into the package as text: the package is pure and reads no files.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const text = readFileSync(new URL('rules/au-vic.yaml', import.meta.url), 'utf8');
mkdirSync(new URL('src/generated/', import.meta.url), { recursive: true });
writeFileSync(
  new URL('src/generated/auVicRulesText.ts', import.meta.url),
  `/** The text of rules/au-vic.yaml. Made by embed-rules.mjs. */\nexport const auVicRulesText = ${JSON.stringify(text)};\n`,
);
