// Stands before an agency and answers what was asked before out of memory, so that a benchmark of gateways measures gateways.
import { createServer } from 'node:http';

/** Told of an answer besides its body. */
const headersKept = ['content-type', 'accord-takes'];

/**
 * Listens before the server at `origin` and gives its own origin. A message with a body that was seen before is answered as it was then; what is new,
 * or has no body, is passed on. Permits are made and sent, but only the first of a message is looked at.
 */
export function replaying(origin) {
  const known = new Map();
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      const body = Buffer.concat(chunks).toString();
      const answer = known.get(body) ?? (await passedOn(request, body));
      if (body && answer.status === 200) known.set(body, answer);
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
  // Connections that wait while something else is measured stay open.
  server.keepAliveTimeout = 3_600_000;
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
  });
}
