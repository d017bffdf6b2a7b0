import usual from '../jest.config.js';

/** GNUmed's own database is made once, which takes minutes: apart from the other tests. */
export default {
  ...usual,
  rootDir: '../..',
  testMatch: ['<rootDir>/tests/gnumed/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};
