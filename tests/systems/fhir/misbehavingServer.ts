import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A FHIR server that answers as a test tells it to, and the requests it received. */
export type MisbehavingServer = Readonly<{
  baseUrl: string;
  asked: string[];
  /** Sets how the next requests are answered. */
  answer(how: (request: IncomingMessage, response: ServerResponse) => void): void;
  close(): Promise<void>;
}>;

export async function misbehavingServer(): Promise<MisbehavingServer> {
  const asked: string[] = [];
  let how: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => response.end();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    asked.push(`${request.method} ${request.url} ${Buffer.concat(chunks)}`.trim());
    how(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/fhir`,
    asked,
    answer: (next) => {
      asked.splice(0);
      how = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A searchset of this many flags. */
export const flags = (count: number, more: object = {}): string =>
  JSON.stringify({
    ...{ resourceType: 'Bundle', type: 'searchset' },
    entry: Array.from({ length: count }, (_, id) => ({
      resource: { resourceType: 'Flag', id: `f${id}`, status: 'active', subject: { reference: 'Patient/a' } },
    })),
    ...more,
  });

export const outcome = (code: string, severity = 'error'): object => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code, diagnostics: 'Ada Moss, 1 Example Street' }],
});
