import { type OpenClient, ReleaseBook, type Released } from './ReleaseBook.ts';

const record = (client: string): Released => ({
  ...{ handle: `h-${client}`, agency: 'harbour', number: '1', client },
  ...{ categories: new Map(), consented: new Set() },
});
const person = (id: string, epoch = 1): OpenClient => ({ id, epoch, records: [record(id)] });

/** A book about these people that gives each look the next epoch, and a list of who was looked at. */
function bookOf(...known: readonly string[]) {
  const looks: (readonly string[])[] = [];
  const look = async (ids: readonly string[]) => {
    looks.push(ids);
    const epoch = looks.length;
    return new Map(ids.filter((id) => known.includes(id)).map((id) => [id, person(id, epoch)]));
  };
  const book = new ReleaseBook({
    people: look,
    caseload: async () => ({ ids: ['ada', 'nobody', 'bob'], more: false, open: await look(['ada', 'nobody', 'bob']) }),
  });
  return { book, looks };
}
const page = { agencyId: 'harbour', worker: null, after: null, first: 3 };

test('a person who is decided is opened at once, whether or not anything of them may be disclosed', async () => {
  const { book, looks } = bookOf('ada');
  expect(await Promise.all([book.open('ada'), book.open('ben'), book.open('ada')])).toEqual([
    person('ada'),
    null,
    person('ada'),
  ]);
  expect(book.open('ada')).toEqual(person('ada'));
  expect(book.open('ben')).toBeNull();
  expect(await book.openAll(['ben', 'ada'])).toEqual([person('ada')]);
  expect(looks).toEqual([['ada', 'ben']]);
});

test('a page of a caseload decides everybody on it, and people whom the request opened before stay as they were', async () => {
  const { book, looks } = bookOf('ada', 'bob');
  const opening = book.open('bob');
  const { clients, last } = await book.caseload(page);
  expect(clients).toEqual([person('ada', 1), person('bob', 2)]);
  expect(last).toBe('bob');
  expect(await opening).toEqual(person('bob', 2));
  expect(book.open('ada')).toEqual(person('ada', 1));
  expect(book.open('nobody')).toBeNull();
  expect(looks).toEqual([['ada', 'nobody', 'bob'], ['bob']]);
});

test('a person who was forgotten is decided again, even if they were being decided at that moment', async () => {
  const { book } = bookOf('ada');
  await book.open('ada');
  book.forget('ada', 'UNTOLD');
  expect(book.record('h-ada')).toBeUndefined();
  const late = book.open('ada');
  await new Promise(process.nextTick);
  book.forget('ada', 'UNTOLD');
  expect(await late).toEqual(person('ada', 2));
  expect(await book.open('ada')).toEqual(person('ada', 3));
  expect(book.open('ada')).toEqual(person('ada', 3));
});

const epochIn = ({ book }: ReturnType<typeof bookOf>, client: string) => {
  const told = [{ record: record(client) }];
  return book.epochsOf(told).get(client);
};

test('what was disclosed before counts under the epoch that the request’s own change left, and under no later one', async () => {
  const looked = bookOf('ada');
  await looked.book.open('ada');
  looked.book.forget('ada', 'TOLD', 2);
  expect(epochIn(looked, 'ada')).toBe(2);
  await looked.book.open('ada');
  expect(epochIn(looked, 'ada')).toBe(2);
  // Somebody else's change came between, so what was disclosed before does not count under the later epoch.
  looked.book.forget('ada', 'TOLD', 4);
  expect(epochIn(looked, 'ada')).toBe(2);
  await looked.book.open('ada');
  expect(epochIn(looked, 'ada')).toBe(2);
  // The epoch it left is not known.
  looked.book.forget('ada', 'TOLD');
  expect(epochIn(looked, 'ada')).toBe(2);
});
