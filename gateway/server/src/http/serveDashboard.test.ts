import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assetsFolder } from '@accord/dashboard/assets';
import fastify, { type FastifyInstance } from 'fastify';
import { serveDashboard } from './serveDashboard.ts';
import { serveGraphiql } from './serveGraphiql.ts';

let http: FastifyInstance;
beforeAll(async () => {
  http = fastify();
  await serveDashboard(http, { signIn: { kind: 'people' }, idleMinutes: 15, leaveTo: 'https://www.wikipedia.org/' });
});
afterAll(() => http.close());

const get = (url: string, accept = 'text/html') => http.inject({ url, headers: { accept } });

test.each([
  '/',
  '/index.html',
  '/index.html?x',
  '/INDEX.HTML',
  '/index.html.gz',
  '/people/c-1',
  '/assets/..%2findex.html',
])(
  'under whatever address the page comes, it comes with its policy, and no other site may frame it: %s',
  async (url) => {
    const { headers, body } = await get(url);
    expect(body).toContain('<title>Accord</title>');
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['cache-control']).toBe('no-store');
  },
);

test('what is asked for as anything else than a page is no page', async () => {
  for (const url of ['/index.html', '/index.html.br', '/x']) expect((await get(url, '*/*')).statusCode).toBe(404);
});

test('what the page loads may be kept for ever where its name changes with it, and only there', async () => {
  const [script = ''] = readdirSync(join(assetsFolder, 'assets')).filter((name) => name.endsWith('.js'));
  expect((await get(`/assets/${script}`)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await get('/mark.svg')).headers['cache-control']).toBe('no-cache');
});

test.each(['/graphiql', '/graphiql/page.html'])('no other site may frame GraphiQL either: %s', async (url) => {
  const http = fastify();
  await serveGraphiql(http);
  const { headers, body } = await http.inject({ url });
  expect(body).toContain('/graphiql/page.js');
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  await http.close();
});
