import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAgency } from './AgencyProcess.ts';
import { assertPortFree } from './assertPortFree.ts';
import type { DemoAgency } from './demoAgencies.ts';

let folder: string;
let other: Server;
let agency: DemoAgency;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-agency-'));
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  other = createServer((_request, response) => response.end('{"agency":"harbour"}'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const at = other.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  agency = { id: 'harbour', name: 'Harbour', kind: 'TEST', entity: [], engine: 'sqlite', port, folder };
});
afterEach(async () => {
  other.close();
  await rm(folder, { recursive: true });
});

test("an agency has not started where another demonstration's answers on its port", async () => {
  await writeFile(
    join(folder, 'dist', 'main.js'),
    `setTimeout(() => { console.error('Port ${agency.port} is in use by another program.'); process.exit(1); }, 500);`,
  );
  await expect(startAgency(agency, {}, folder)).rejects.toThrow(
    `Harbour did not start: Port ${agency.port} is in use by another program.`,
  );
});

test('an agency has started when it says that it listens and answers', async () => {
  await new Promise<void>((resolve) => {
    other.close(() => resolve());
    other.closeAllConnections();
  });
  await writeFile(
    join(folder, 'dist', 'main.js'),
    `import { createServer } from 'node:http';
     createServer((_request, response) => response.end('{"agency":"harbour"}'))
       .listen(${agency.port}, '127.0.0.1', () => console.log('harbour listens on http://127.0.0.1:${agency.port}'));`,
  );
  const { stop } = await startAgency(agency, {}, folder);
  await stop();
});

test('a port that is taken is named, with whose it would be and how others are taken', async () => {
  await expect(assertPortFree(agency.port, agency.name)).rejects.toThrow(
    `Port ${agency.port}, which Harbour needs, is in use by another program. Stop that program, or use other ports: npm start -- --port 4500 --agency-port 4600`,
  );
});
