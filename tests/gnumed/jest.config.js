import usual from '../jest.config.js';

/** Creating GNUmed's own database once takes minutes, so these run apart from the other tests. */
export default {
  ...usual,
  rootDir: '../..',
  testMatch: ['<rootDir>/tests/gnumed/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};
