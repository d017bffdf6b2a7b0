import Sequencer from '@jest/test-sequencer';

/** What takes minutes begins first, so that the rest fills the other cores; last, it would leave them idle. */
const slow = /laws\/(nonInterference|withdrawalOnReplicas)|dashboard\/everyPage|security\/timing/;

export default class SlowFirst extends Sequencer {
  async sort(tests) {
    const usual = await super.sort(tests);
    const isSlow = ({ path }) => slow.test(path);
    return [...usual.filter(isSlow), ...usual.filter((test) => !isSlow(test))];
  }
}
