import { Turns } from '../limits/Turns.ts';
import { Siblings } from './Siblings.ts';
import type { WordUp } from './Word.ts';

/** Two processes connected as the first process would connect them; the first of the two searches for both. */
function twoProcesses(found: () => Promise<ReadonlyMap<string, number>>) {
  const all: Siblings[] = [];
  const say =
    (from: number) =>
    (word: WordUp): void => {
      const other = all[1 - from];
      if (word.kind === 'TURNS') other?.hear(word);
      if (word.kind === 'SEARCH') all[0]?.hear(word);
      if (word.kind === 'FOUND') for (const one of all) one.hear(word);
    };
  all.push(new Siblings({ say: say(0) }), new Siblings({ say: say(1) }));
  const searched: number[] = [];
  const matching = all.map((one, n) => {
    const search = async () => {
      searched.push(n);
      return found();
    };
    return one.matchWith({ run: async () => undefined, idle: async () => undefined, search }, () => undefined);
  });
  return { all, matching, searched, close: () => all.map((one) => one.close()) };
}

test('turns given in any process count against the same limit', async () => {
  const { all, close } = twoProcesses(async () => new Map());
  const [one, other] = all.map((siblings) => new Turns(4, siblings.countOf('person')));
  for (let turn = 0; turn < 3; turn += 1) await one?.take('mara');
  await other?.take('tess');
  await new Promise((resolve) => setTimeout(resolve, 300));
  await other?.take('mara');
  await expect(other?.take('mara')).rejects.toMatchObject({ faultCode: 'RATE_LIMITED' });
  await one?.take('tess');
  close();
});

test('one process searches for all, and whoever asked hears when it fails', async () => {
  const { matching, searched, close } = twoProcesses(async () => new Map([['h1', 0.9]]));
  expect(await Promise.all(matching.map((one) => one.search(new Uint8Array(128))))).toEqual([
    new Map([['h1', 0.9]]),
    new Map([['h1', 0.9]]),
  ]);
  expect(searched).toEqual([0, 0]);
  close();
  const broken = twoProcesses(() => Promise.reject(new Error('no database')));
  await expect(broken.matching[1]?.search(new Uint8Array(128))).rejects.toThrow('could not');
  broken.close();
});
