import { memoryStorage } from './memoryStorage.ts';

test('what is kept can be read until it is removed', () => {
  const storage = memoryStorage();
  storage.setItem('tabs', '[]');
  expect([storage.getItem('tabs'), storage.length]).toEqual(['[]', 1]);
  storage.removeItem('tabs');
  expect([storage.getItem('tabs'), storage.length]).toEqual([null, 0]);
});

test('clearing forgets everything', () => {
  const storage = memoryStorage();
  storage.setItem('tabs', '[]');
  storage.clear();
  expect(storage.length).toBe(0);
});

test('a page starts with nothing of the one before', () => {
  memoryStorage().setItem('query', '{ me { name } }');
  expect(memoryStorage().getItem('query')).toBeNull();
});
