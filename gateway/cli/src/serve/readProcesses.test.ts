import { availableParallelism } from 'node:os';
import { readProcesses } from './readProcesses.ts';

test('where nothing is set, one process answers; auto is one a processor', () => {
  expect(readProcesses({})).toBe(1);
  expect(readProcesses({ ACCORD_WORKERS: '3' })).toBe(3);
  expect(readProcesses({ ACCORD_WORKERS: 'auto' })).toBe(Math.min(64, availableParallelism()));
});

test.each(['0', 'all', '65', '1.5'])('"%s" processes are refused, and the setting named', (text) => {
  expect(() => readProcesses({ ACCORD_WORKERS: text })).toThrow(`ACCORD_WORKERS is "${text}"`);
});
