import { askAs, headersOf } from './askAs.ts';

const operation = { query: '{ me { name } }', operationName: null, variables: { id: 'c-1' } };

function hubAnswering(body: string, status = 200) {
  const asked: { url: unknown; init: RequestInit | undefined }[] = [];
  const send: typeof fetch = async (url, init) => {
    asked.push({ url, init });
    return new Response(body, { status });
  };
  return { asked, send };
}

describe('headersOf', () => {
  test('every request names the person and the purpose', () => {
    expect(headersOf({ token: 'abc', purpose: 'EMERGENCY' })).toMatchObject({
      authorization: 'Bearer abc',
      'x-accord-purpose': 'EMERGENCY',
    });
  });

  test('without a purpose the token decides, and no empty header is sent', () => {
    expect(headersOf({ token: 'abc', purpose: '' })).not.toHaveProperty('x-accord-purpose');
  });
});

describe('askAs', () => {
  test('the answer is handed over as it is', async () => {
    const { asked, send } = hubAnswering('{"data":{"me":null},"extensions":{"sources":[]}}');
    const answer = await askAs({ token: 'abc', purpose: 'EMERGENCY' }, send).fetcher(operation);
    expect(answer).toEqual({ data: { me: null }, extensions: { sources: [] } });
    expect(asked.map(({ url, init }) => [url, init?.body])).toEqual([['/graphql', JSON.stringify(operation)]]);
  });

  test('cookies never say who asks', async () => {
    const { asked, send } = hubAnswering('{}');
    await askAs({ token: 'abc', purpose: '' }, send).fetcher(operation);
    expect(asked[0]?.init).toMatchObject({ credentials: 'omit', cache: 'no-store' });
  });

  test('without a token the hub is not asked', async () => {
    const { asked, send } = hubAnswering('{}');
    expect(await askAs({ token: '', purpose: '' }, send).fetcher(operation)).toHaveProperty('errors');
    expect(asked).toEqual([]);
  });

  test('an answer that is no GraphQL response becomes an error without its body', async () => {
    const { send } = hubAnswering('<h1>Ada Fenn</h1>', 502);
    expect(await askAs({ token: 'abc', purpose: '' }, send).fetcher(operation)).toEqual({
      errors: [{ message: 'The hub returned status 502 and no GraphQL response.' }],
    });
  });

  test('a hub that cannot be reached is an error in place of the answer', async () => {
    const send: typeof fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    expect(await askAs({ token: 'abc', purpose: '' }, send).fetcher(operation)).toEqual({
      errors: [{ message: 'The hub could not be reached: Failed to fetch.' }],
    });
  });

  test('an answer that comes after the person changed is never shown', async () => {
    let answerNow = (_: Response) => {};
    const send: typeof fetch = () =>
      new Promise((resolve) => {
        answerNow = resolve;
      });
    const asking = askAs({ token: 'abc', purpose: '' }, send);
    let settled = false;
    const settle = () => {
      settled = true;
    };
    void asking.fetcher(operation).then(settle, settle);
    asking.abandon();
    answerNow(new Response('{"data":{"me":{"name":"the one before"}}}'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(settled).toBe(false);
  });
});
