import { availableParallelism } from 'node:os';

// As set by the programs under test (`gateway/cli/bin/accord.js`): Jest's own "test" makes graphql-js check every type twice.
process.env.NODE_ENV = 'production';

/** Tests are TypeScript with its types stripped (`typescript.mjs`); the packages they import are the built ones, as shipped. */
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
  // Ends tests that hang, and measures nothing: a shared machine takes five times as long as one that is not.
  testTimeout: 300_000,
  // More workers than cores: tests spend much time waiting, for a browser, a deadline or another process.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // On a busy machine a worker needs more than Jest's usual half second to free its memory, and Jest then reported that
  // something was left open. Anything that is left open holds a worker for longer than this: an idle pool connection does for
  // ten seconds.
  workerGracefulExitTimeout: 5_000,
  testSequencer: '<rootDir>/tests/lib/slowFirst.mjs',
};
