import { availableParallelism } from 'node:os';

// As the programs set it that run what is tested (`gateway/cli/bin/accord.js`): Jest's own "test" makes graphql-js look twice at every type.
process.env.NODE_ENV = 'production';

/** Tests are TypeScript without its types (`typescript.mjs`); the packages they import are the built ones, as they ship. */
export default {
  rootDir: '..',
  testMatch: ['**/*.test.ts'],
  // tests/gnumed: `npm run test:gnumed`.
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.accord/', '<rootDir>/tests/gnumed/'],
  modulePathIgnorePatterns: ['/.accord/'],
  transform: {},
  runtime: '<rootDir>/tests/lib/nativeModules.cjs',
  globalSetup: '<rootDir>/tests/lib/beginRun.mjs',
  globalTeardown: '<rootDir>/tests/lib/endRun.mjs',
  testEnvironment: 'node',
  // Ends what hangs, and measures nothing: a machine that is shared takes five times as long as one that is not.
  testTimeout: 300_000,
  // More than there are processors: much of what the tests do is to wait, for a browser, a deadline, another process.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // To give back its memory takes a worker longer than Jest's usual half second where the machine is busy, and it was said of it that
  // something is left open. What is left open holds a worker for longer than this: an idle connection of a pool for ten seconds.
  workerGracefulExitTimeout: 5_000,
  testSequencer: '<rootDir>/tests/lib/slowFirst.mjs',
};
