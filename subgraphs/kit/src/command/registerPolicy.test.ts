import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const bin = fileURLToPath(new URL('../../bin/accord-agency.js', import.meta.url));
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-policy-'));
});
afterEach(() => rm(folder, { recursive: true }));

const policy = (...words: readonly string[]) =>
  promisify(execFile)(process.execPath, [bin, 'policy', ...words], { cwd: folder, env: { PATH: process.env.PATH } });

test('what is in force is said in plain words, from the file that .env names', async () => {
  expect((await policy()).stdout).toBe('ACCORD_POLICY is not set: everything that a permit allows is released.\n');
  await writeFile(join(folder, '.env'), 'ACCORD_POLICY=policy.yaml\n');
  await writeFile(
    join(folder, 'policy.yaml'),
    'consentedOnly: true\nnever:\n  categories:\n    - { categories: [FV_RISK], agencies: [wattle], roles: [PRACTITIONER] }\n  records: [77]\n  after: 2026-06-30\n...\n',
  );
  expect((await policy('show')).stdout.trimEnd().split('\n')).toEqual([
    'Only what the person’s own consent allows is released, not what a law or an emergency opens. Your own workers see your records.',
    'FV_RISK (with FV_NARRATIVE) is never released to agency wattle with role PRACTITIONER.',
    'One record is never released, as if not on file, and taken back at the next sync: 77. In figures they still count.',
    'Nothing dated after 2026-06-30 is released: no entry with such a date or without a date, and no record of a person with whom you did not work then.',
  ]);
  expect((await policy('check')).stdout).toMatch(/^policy\.yaml has no faults\./);
});

test('each fault is told with its line, and the exit code says that there is one', async () => {
  await writeFile(join(folder, 'policy.yaml'), 'never:\n  categories: [FV_RISKS]\n  after: tomorrow\n');
  await expect(policy('check', '--file', 'policy.yaml')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^The policy policy\.yaml has faults; with it, nothing is released\.\nLine 2: .*\nLine 3: .*\nLine 4: .*half written\.\n$/,
    ),
  });
});
