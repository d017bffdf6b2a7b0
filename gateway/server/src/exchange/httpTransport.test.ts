import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Counts } from '../metrics/Counts.ts';
import { countAgencies } from '../metrics/countAgencies.ts';
import { acceptFrom } from './acceptFrom.ts';
import { httpTransport } from './httpTransport.ts';
import type { Transport } from './Transport.ts';

let server: Server;
let transport: Transport;
let cut = 0;

async function agencyThat(answers: RequestListener): Promise<string> {
  server = createServer(answers).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
const send = (url: string, deadlineMs = 60_000, body = '{}') =>
  transport.send({ agency: 'wattle', url, path: '/graphql', body, permit: 'a.b.c', deadlineMs });
const packed = { 'content-encoding': 'gzip' };
/** Waits until it is so, or the test is over. */
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo() && server.listening) await new Promise((resolve) => setTimeout(resolve, 5));
};

beforeEach(() => {
  transport = httpTransport({ connectionsPerAgency: 2, maxAnswerBytes: 1_000 });
});
afterEach(async () => {
  // The agency first: closing it ends whatever a failed test left under way.
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await transport.close();
  await closed;
});

test('an answer comes back with its status', async () => {
  const url = await agencyThat((_request, response) => response.writeHead(200).end('{"data":1}'));
  expect(await send(url)).toEqual({ kind: 'ANSWERED', status: 200, body: '{"data":1}' });
});

test('an agency that never answers is given up at the deadline, and its connection is cut', async () => {
  cut = 0;
  const url = await agencyThat((request) => {
    request.socket.once('close', () => {
      cut += 1;
    });
  });
  expect(await send(url, 150)).toEqual({ kind: 'TIMED_OUT' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(cut).toBe(1);
});

test('half an answer is no answer', async () => {
  const url = await agencyThat((_request, response) => response.writeHead(200).write('{"data":'));
  expect(await send(url, 150)).toEqual({ kind: 'TIMED_OUT' });
});

test('a connection that breaks off is an agency that cannot be reached', async () => {
  const url = await agencyThat((request) => request.socket.destroy());
  expect(await send(url)).toEqual({ kind: 'UNREACHABLE' });
});

test('what an agency failed to answer is counted under its own id, by kind of failure; what it answered is not counted', async () => {
  let status = 200;
  const url = await agencyThat((_request, response) => {
    if (status > 0) response.writeHead(status).end('{}');
    else response.destroy();
  });
  const counts = new Counts(() => ({ open: 0, idle: 0, waiting: 0 }));
  const counted = countAgencies(transport, counts);
  const asked = { agency: 'wattle', url, body: '{}', permit: 'a.b.c', deadlineMs: 60_000 } as const;
  for (status of [200, 421, 403, 503, 429, 500, 0]) await counted.send({ ...asked, path: '/graphql' });
  for (status of [404, 409, 500]) await counted.send({ ...asked, path: '/writes' });
  const text = await counts.text();
  const failures = [...text.matchAll(/^accord_agency_failures_total{(.*)} (.*)$/gm)].map(([, words, times]) => [
    words,
    times,
  ]);
  expect(Object.fromEntries(failures)).toEqual({
    'agency="wattle",failure="REFUSED"': '1',
    'agency="wattle",failure="TURNED_AWAY"': '2',
    'agency="wattle",failure="INVALID"': '2',
    'agency="wattle",failure="UNREACHABLE"': '1',
  });
  expect(text).toContain('\naccord_agency_request_duration_seconds_count{agency="wattle"} 10\n');
});

test('an answer over the limit is dropped while it arrives', async () => {
  const url = await agencyThat((_request, response) => response.writeHead(200).end('x'.repeat(5_000)));
  expect(await send(url)).toEqual({ kind: 'TOO_LARGE' });
});

test('a gzipped answer is unpacked whole, up to the limit', async () => {
  const text = `{"data":"${'né '.repeat(246)}"}`;
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000);
  const url = await agencyThat((_request, response) => response.writeHead(200, packed).end(gzipSync(text)));
  expect(await send(url)).toEqual({ kind: 'ANSWERED', status: 200, body: text });
  server.removeAllListeners('request');
  server.on('request', (_request, response) => response.writeHead(200, packed).end(gzipSync('x'.repeat(1_000))));
  expect(await send(url)).toEqual({ kind: 'ANSWERED', status: 200, body: 'x'.repeat(1_000) });
});

test('a few bytes that would unpack to many are dropped while they arrive, and the connection is cut', async () => {
  const bomb = gzipSync('x'.repeat(300_000));
  expect(bomb.length).toBeLessThan(1_000);
  let isCut = false;
  // The agency never ends its answer, so only the limit can end it.
  const url = await agencyThat((request, response) => {
    request.socket.once('close', () => {
      isCut = true;
    });
    response.writeHead(200, packed).write(bomb);
  });
  expect(await send(url, 60_000)).toEqual({ kind: 'TOO_LARGE' });
  await until(() => isCut);
});

test('many bytes that would unpack to few are too large as well', async () => {
  const nothing = gzipSync('');
  const url = await agencyThat((_request, response) =>
    response.writeHead(200, packed).write(Buffer.concat(Array.from({ length: 60 }, () => nothing))),
  );
  expect(await send(url, 60_000)).toEqual({ kind: 'TOO_LARGE' });
});

test.each<readonly [string, Buffer]>([
  ['is none', Buffer.from('{"data":{}}')],
  ['has more behind it', Buffer.concat([gzipSync('{"data":{}}'), Buffer.from('{}')])],
  ['lacks its end', gzipSync('{"data":{}}').subarray(0, -4)],
  ['was changed on its way', changed(gzipSync(`{"data":"${'Ada Brook '.repeat(50)}"}`))],
])(
  'an answer sent as gzip that %s counts as an unreachable agency; the next answer counts again',
  async (_how, sent) => {
    let asked = 0;
    const url = await agencyThat((_request, response) => {
      asked += 1;
      response.writeHead(200, packed).end(asked === 1 ? sent : gzipSync('{"data":1}'));
    });
    expect(await send(url)).toEqual({ kind: 'UNREACHABLE' });
    expect(await send(url)).toEqual({ kind: 'ANSWERED', status: 200, body: '{"data":1}' });
  },
);

/** Changes one byte within the packed bytes. */
function changed(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(20) ^ 0xff, 20);
  return copy;
}

test('half a gzipped answer, or a whole one that never ends, is given up at the deadline', async () => {
  const whole = gzipSync('{"data":1}');
  let sent = whole.subarray(0, 15);
  const url = await agencyThat((_request, response) => response.writeHead(200, packed).write(sent));
  expect(await send(url, 150)).toEqual({ kind: 'TIMED_OUT' });
  sent = Buffer.concat([whole, Buffer.alloc(20)]);
  expect(await send(url, 150)).toEqual({ kind: 'TIMED_OUT' });
});

test('an answer that comes byte by byte is dropped where that would take many times its bytes', async () => {
  const wide = httpTransport({ connectionsPerAgency: 1, maxAnswerBytes: 1_000_000 });
  // It never ends what it sends: the number of its pieces is what gives it up.
  const pieces = (count: number) => agencyThat(({ socket }) => socket.write(`${head}${'1\r\nx\r\n'.repeat(count)}`));
  const head = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';
  const asked = { agency: 'wattle', path: '/graphql', body: '{}', permit: 'a.b.c', deadlineMs: 60_000 } as const;
  expect(await wide.send({ ...asked, url: await pieces(5_000) })).toEqual({ kind: 'TOO_LARGE' });
  await wide.close();
});

test('heads before an answer are none, whatever they say of it; an agency that sends no end of them cannot be reached', async () => {
  const hint = 'HTTP/1.1 103 Early Hints\r\ncontent-encoding: gzip\r\n\r\n';
  let hints = 3;
  const url = await agencyThat(({ socket }) =>
    socket.write(`${hint.repeat(hints)}HTTP/1.1 200 OK\r\ncontent-length: ${hints}\r\n\r\n${'x'.repeat(hints)}`),
  );
  expect(await send(url)).toEqual({ kind: 'ANSWERED', status: 200, body: 'xxx' });
  hints = 17;
  expect(await send(url)).toEqual({ kind: 'UNREACHABLE' });
});

test('a setting says which agencies are asked for compressed answers: all, none, or those on other machines', async () => {
  const url = await agencyThat((request, response) =>
    response.writeHead(200).end(request.headers['accept-encoding'] ?? 'none'),
  );
  const asked: Record<string, string> = {};
  for (const compress of ['auto', 'yes', 'no', undefined] as const) {
    const other = httpTransport({ connectionsPerAgency: 1, maxAnswerBytes: 1_000, ...(compress && { compress }) });
    const came = await other.send({ agency: 'a', url, path: '/graphql', body: '{}', permit: 'a', deadlineMs: 60_000 });
    asked[String(compress)] = came.kind === 'ANSWERED' ? came.body : came.kind;
    await other.close();
  }
  expect(asked).toEqual({ auto: 'none', yes: 'gzip', no: 'none', undefined: 'none' });
});

test.each(['http://localhost:4001', 'http://127.0.0.1:4001', 'http://127.1.2.3/a', 'http://[::1]:4001'])(
  '%s is on this machine',
  (url) => expect(acceptFrom('auto')(url)).toEqual({}),
);
test.each(['https://wattle.example', 'http://10.0.0.7:4001', 'http://127.0.0.1.example', 'http://localhost.example'])(
  '%s is on another machine',
  (url) => expect(acceptFrom('auto')(url)).toEqual({ 'accept-encoding': 'gzip' }),
);

/** An agency that holds its answers until the test lets them go; it says what it was asked, and how many it held at once at most. */
async function waitingAgency() {
  const held = new Set<() => void>();
  const asked: string[] = [];
  const counts = { most: 0 };
  const url = await agencyThat(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push(body);
    held.add(() => response.writeHead(200).end(body));
    counts.most = Math.max(counts.most, held.size);
  });
  const letGo = (some: readonly (() => void)[]): void => {
    for (const answer of some) {
      held.delete(answer);
      answer();
    }
  };
  const [letOneGo, letAllGo] = [() => letGo([...held].slice(0, 1)), () => letGo([...held])];
  return { url, asked, held, counts, letOneGo, letAllGo };
}

test('if all connections to an agency are busy, a question waits for one and is answered', async () => {
  const { url, held, counts, letOneGo } = await waitingAgency();
  const bodies = ['1', '2', '3', '4', '5'];
  const answers = Promise.all(bodies.map((body) => send(url, 60_000, body)));
  for (let left = bodies.length; left > 0; left -= 1) {
    await until(() => held.size >= Math.min(2, left));
    letOneGo();
  }
  expect(await answers).toEqual(bodies.map((body) => ({ kind: 'ANSWERED', status: 200, body })));
  expect(counts.most).toBe(2);
});

test('a question that waits longer than its deadline is given up, and the agency never hears of it', async () => {
  const { url, asked, held, letAllGo } = await waitingAgency();
  const busy = Promise.all([send(url, 60_000, 'first'), send(url, 60_000, 'second')]);
  await until(() => held.size >= 2);
  expect(await send(url, 100, 'late')).toEqual({ kind: 'TIMED_OUT' });
  const next = send(url, 60_000, 'next');
  letAllGo();
  await until(() => asked.includes('next'));
  letAllGo();
  expect(await next).toMatchObject({ body: 'next' });
  await busy;
  expect(asked).toEqual(['first', 'second', 'next']);
});
