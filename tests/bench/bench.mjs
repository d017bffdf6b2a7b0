// `npm run bench [-- NAME] [options]`: runs one benchmark of this folder by name; without a name, the hub's.
import { existsSync } from 'node:fs';

const [first] = process.argv.slice(2);
const name = first === undefined || first.startsWith('--') ? 'hub' : first;
const file = new URL(`./${name}.mjs`, import.meta.url);
if (!/^[a-z]+$/.test(name) || !existsSync(file)) {
  console.error(`There is no benchmark "${name}". Each is a file of tests/bench, such as "npm run bench -- hub".`);
  process.exit(2);
}
await import(file.href);
