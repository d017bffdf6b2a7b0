import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const accord = fileURLToPath(new URL('../../bin/accord.js', import.meta.url));

function run(args: readonly string[], input: unknown) {
  const { status, stdout, stderr } = spawnSync('node', [accord, 'consent', ...args], {
    input: JSON.stringify(input),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const consents = [
  {
    ...{ id: 'c1', subject: 'ada', status: 'active', givenBy: { person: 'ada', capacity: 'self' }, base: 'deny' },
    rule: { except: [{ agencies: ['harbour'], categories: ['FV_RISK'], purposes: ['SERVICE_COORDINATION'] }] },
    effective: { from: '2026-01-01', to: '2026-12-31' },
    recordedAt: '2026-01-01T00:00:00Z',
    evidence: { kind: 'signed', noticeVersion: '1', language: 'English' },
  },
];

test.each(['R4', 'R5'])('a consent exported as %s comes back as it was', (version) => {
  const exported = run(['export', '--fhir', version, '--file', '-'], consents);
  expect(exported).toMatchObject({ status: 0, stderr: '' });
  const imported = run(['import', '-'], JSON.parse(exported.stdout));
  expect(JSON.parse(imported.stdout)).toEqual(consents);
});

test('what has no place here is refused by its path, and nothing is imported', () => {
  const bundle = JSON.parse(run(['export', '--fhir', 'R4', '--file', '-'], consents).stdout);
  bundle.entry[0].resource.provision.expression = { language: 'text/cql', expression: 'true' };
  const imported = run(['import', '-'], bundle);
  expect(imported).toMatchObject({ status: 2, stdout: '' });
  expect(imported.stderr).toContain('Bundle.entry[0].resource.provision.expression');
});
