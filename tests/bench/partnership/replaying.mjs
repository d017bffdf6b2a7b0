// A server in front of an agency that answers repeated requests from memory, so that a benchmark of gateways measures gateways.
import { createServer } from 'node:http';

/** The headers of an answer that are replayed with its body. */
const headersKept = ['content-type', 'accord-takes'];

/**
 * Listens in front of the server at `origin` and returns its own origin. A request whose body was seen before gets the answer it got then,
 * and so does a bundle of operations that were each seen separately; anything new, or without a body, is passed on. Permits are still made
 * and sent, but only the first for each body is checked.
 */
export function replaying(origin) {
  const known = new Map();
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      const body = Buffer.concat(chunks).toString();
      const seen = known.get(body) ?? bundleOf(body, known);
      const answer = seen ?? (await passedOn(request, body));
      if (!seen && body && answer.status === 200) known.set(body, answer);
      response.writeHead(answer.status, answer.headers);
      response.end(answer.bytes);
    });
  });
  const passedOn = async ({ url, method, headers: { authorization } }, body) => {
    const response = await fetch(`${origin}${url}`, {
      method,
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      ...(body && { body }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const told = headersKept.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    return { status: response.status, headers: { ...Object.fromEntries(told), 'content-length': bytes.length }, bytes };
  };
  // Idle connections stay open while something else is measured.
  server.keepAliveTimeout = 3_600_000;
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
  });
}

/** The answer to a bundle, put together from the answers its operations got separately; undefined if one of them is new. */
function bundleOf(body, known) {
  if (!body.startsWith(bundleHead)) return undefined;
  const answers = JSON.parse(body).operations.map((operation) => known.get(JSON.stringify(operation)));
  if (!answers.every((answer) => answer)) return undefined;
  const bytes = Buffer.from(`[${answers.map(({ bytes }) => `{"status":200,"answer":${bytes}}`).join(',')}]`);
  return { status: 200, headers: { ...answers[0].headers, 'content-length': bytes.length }, bytes };
}

const bundleHead = '{"operations":[';
