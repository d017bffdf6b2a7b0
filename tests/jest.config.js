/** Tests are TypeScript transformed by SWC; the packages they import are the built ones, as they ship. */
export default {
  rootDir: '..',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.accord/'],
  modulePathIgnorePatterns: ['/.accord/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } }],
  },
  testEnvironment: 'node',
  testTimeout: 60_000,
};
