import Sequencer from '@jest/test-sequencer';

/**
 * Tests that take minutes start first, while the others fill the remaining cores; started last, they would leave those idle.
 */
const slow = new RegExp(
  [
    'laws/(nonInterference|withdrawalOnReplicas)',
    'dashboard/(habits|sharing|exercisesAndProposals|boardAndNotices)',
    'security/timing',
    'faults/killedHub',
    'processes/memory',
    'serve/serve\\.test',
  ].join('|'),
);

export default class SlowFirst extends Sequencer {
  async sort(tests) {
    const usual = await super.sort(tests);
    const isSlow = ({ path }) => slow.test(path);
    return [...usual.filter(isSlow), ...usual.filter((test) => !isSlow(test))];
  }
}
