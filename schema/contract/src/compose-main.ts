import { writeFileSync } from 'node:fs';
import { compose } from './compose.ts';
import { generateTypes } from './generateTypes.ts';
import { checkHouseRules } from './houseRules.ts';
import { allSubgraphs } from './subgraphs.ts';

// `npm run compose`: checks the house rules, composes, and writes the files generated from the SDL.
const faults = checkHouseRules(allSubgraphs()).map(({ coordinate, message }) => `${coordinate} ${message}`);
const composition = faults.length > 0 ? ({ kind: 'REFUSED', faults } as const) : compose(allSubgraphs());
if (composition.kind === 'REFUSED') {
  for (const fault of composition.faults) console.error(fault);
  process.exitCode = 1;
} else {
  const write = (path: string, text: string): void => writeFileSync(new URL(path, import.meta.url), text);
  write('../supergraph.graphql', `${composition.supergraphSdl.trimEnd()}\n`);
  write('../api.graphql', `${composition.apiSdl.trimEnd()}\n`);
  write('../src/generated/api.ts', await generateTypes(composition.apiSdl));
  console.log('Written: supergraph.graphql, api.graphql, src/generated/api.ts.');
}
