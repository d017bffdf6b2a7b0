// Completes package-lock.json after `npm install` against a registry mirror that lacks other platforms' packages. npm then
// leaves those optional packages out of the lock file, and `npm ci` refuses it everywhere ("Missing: … from lock file"). This
// adds an entry for each, with the platform that its name gives, so that the lock file works on every platform.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
  android: 'android',
  freebsd: 'freebsd',
  openbsd: 'openbsd',
  netbsd: 'netbsd',
  sunos: 'sunos',
  aix: 'aix',
  openharmony: 'openharmony',
};
const processors = {
  x64: 'x64',
  64: 'x64',
  arm64: 'arm64',
  arm: 'arm',
  ia32: 'ia32',
  ppc64: 'ppc64',
  ppc64le: 'ppc64',
  s390x: 's390x',
  riscv64: 'riscv64',
  mips64el: 'mips64el',
  loong64: 'loong64',
  loongarch64: 'loong64',
  wasm32: 'wasm32',
};

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (found(path, name)) continue;
    const words = name.split(/[/-]/);
    const of = (table) => words.map((word) => table[word]).find(Boolean);
    const libc = /musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : undefined;
    lock.packages[`node_modules/${name}`] = {
      version: String(range).replace(/^[^\d]*/, ''),
      ...(of(processors) && { cpu: [of(processors)] }),
      ...(libc && of(systems) === 'linux' && { libc: [libc] }),
      optional: true,
      ...(of(systems) && { os: [of(systems)] }),
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added to the lock file.`);

/** True if the lock file has a package that another one can resolve: beside it or in any folder above. */
function found(from, name) {
  for (let at = from; ; at = at.replace(/\/?(node_modules\/)?(@[^/]+\/)?[^/]+$/, '')) {
    if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}
