import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { testProgram } from '@accord/cli/testProgram';

// The command as a partnership runs it: files, standard input, exit codes, and in three tests a process of its own.

const accord = fileURLToPath(new URL('../../bin/accord.js', import.meta.url));
const kept = testProgram();
const folder = mkdtempSync(join(tmpdir(), 'accord-decide-'));
afterAll(() => {
  kept.stop();
  rmSync(folder, { recursive: true });
});

async function decide(words: readonly string[], input = '') {
  const { code, stdout: out, stderr: err } = await kept.run(['consent', 'decide', ...words], { input });
  return { code, out, err };
}

/** As `decide`, in a process of its own. */
async function decideAnew(words: readonly string[], input = '') {
  const child = spawn(process.execPath, [accord, 'consent', 'decide', ...words]);
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, err };
}

function fileOf(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const request = {
  viewer: { agency: 'harbour', user: 'mara' },
  purpose: 'SERVICE_COORDINATION',
  subjects: [{ person: 'ada', role: 'CLIENT' }],
  category: 'HOUSING',
  source: 'wattle',
  at: '2026-07-01T09:30:00+10:00',
};
const optIn = {
  id: 'c1',
  subject: 'ada',
  status: 'active',
  base: 'deny',
  rule: { except: [{ agencies: ['harbour'], categories: ['HOUSING'] }] },
  effective: { from: '2026-02-01', to: '2026-12-31' },
};
const permitted = { facts: { consents: [optIn] }, request, expect: { effect: 'permit', reason: 'CONSENT' } };
const denied = { request, expect: { effect: 'deny' } };

test('one decision a line, in order, every key there', async () => {
  const { code, out, err } = await decideAnew([
    '--cases',
    fileOf('two.json', [permitted, { n: 2, note: 'none', ...denied }]),
  ]);
  expect(err).toBe('');
  expect(out).toBe(
    '{"effect":"permit","reason":"CONSENT","mask":[],"basis":["c1"],"obligations":[],"validUntil":"2026-12-31T13:00:00.000Z"}\n' +
      '{"effect":"deny","reason":"NO_CONSENT","mask":[],"basis":[],"obligations":[]}\n',
  );
  expect(code).toBe(0);
});

test('cases from standard input', async () => {
  expect(await decideAnew(['--cases', '-'], JSON.stringify([denied]))).toMatchObject({
    code: 0,
    out: '{"effect":"deny","reason":"NO_CONSENT","mask":[],"basis":[],"obligations":[]}\n',
  });
});

test('cases that come out as expected are counted', async () => {
  const file = fileOf('agreed.json', [permitted, denied, { request }]);
  expect(await decide(['--cases', file, '--expect'])).toEqual({
    code: 0,
    out: 'All 2 cases came out as expected; 1 more have no "expect".\n',
    err: '',
  });
});

test('the first that does not is shown, expected and decided', async () => {
  const { code, out, err } = await decide([
    '--cases',
    fileOf('differs.json', [denied, { ...permitted, expect: { effect: 'permit', reason: 'SELF', basis: ['c1'] } }]),
    '--expect',
  ]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('differs.json: [1] differs in reason.');
  expect(err).toContain('expected  {"effect":"permit","reason":"SELF","basis":["c1"]}');
  expect(err).toContain('decided   {"effect":"permit","reason":"CONSENT"');
});

test('what is masked is compared as a set', async () => {
  const three = ['ada', 'bram', 'cleo'].map((person) => ({ person, role: 'CLIENT' }));
  const some = {
    ...permitted,
    request: { ...request, subjects: three, separable: true },
    expect: { mask: ['cleo', 'bram'] },
  };
  expect(await decide(['--cases', fileOf('mask.json', [some]), '--expect'])).toMatchObject({ code: 0 });
});

const consentWith = (change: object) => [denied, { request, facts: { consents: [{ ...optIn, ...change }] } }];

test.each([
  [
    'a wrong type',
    consentWith({ effective: { to: 7 } }),
    /^\S*: \[1\]\.facts\.consents\[0\]\.effective\.to: should be a day/,
  ],
  ['a misspelt field', consentWith({ efective: {} }), /\[1\]\.facts\.consents\[0\]\.efective: is not known here/],
  [
    'a person who is none',
    [{ request, facts: { people: { ada: { dob: 'May' } } } }],
    /\[0\]\.facts\.people\.ada\.dob: should be a day/,
  ],
  ['no instant', [{ request: { ...request, at: undefined } }], /\[0\]\.request\.at: should be a day/],
  ['no request', [{}], /\[0\]\.request: should be an object/],
  ['a case that is none', [denied, 7], /\[1\]: should be an object with facts and a request/],
  ['a misspelt expectation', [{ request, expect: { efect: 'deny' } }], /\[0\]\.expect\.efect: is not known here/],
  ['no array', { facts: {} }, /should be a JSON array/],
  ['no JSON', '[\n  {"a": nobody', /bad\.json: is not valid JSON/],
  ['JSON with a comma too many', '[\n  {"a": 1,}\n]', /is not valid JSON \(line 2, column 11\)/],
  ['half of a file', '[{"facts": {}', /is not valid JSON/],
])('%s is refused in one sentence, before anything is decided', async (_name, content, message) => {
  const { code, out, err } = await decide(['--cases', fileOf('bad.json', content)]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(message);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).not.toContain('nobody');
});

test('a file that is not there', async () => {
  expect(await decide(['--cases', join(folder, 'none.json')])).toMatchObject({
    code: 2,
    err: expect.stringContaining('none.json: cannot be read; the file does not exist.'),
  });
});

test('nothing to compare is no agreement', async () => {
  expect(await decide(['--cases', fileOf('silent.json', [{ request }]), '--expect'])).toMatchObject({ code: 2 });
});

test('a role or entity that the profile does not have is told, and no law goes by it', async () => {
  const asks = { ...request, subjects: [{ person: 'ada', role: 'FRIEND' }], purpose: 'FV_PROTECTION' };
  const viewer = { agency: 'harbour', agencyWorksWith: [], entity: ['ISE', 'CLUB'] };
  const { code, out, err } = await decide(['--cases', fileOf('role.json', [{ request: { ...asks, viewer } }])]);
  expect([code, JSON.parse(out)]).toMatchObject([0, { effect: 'deny', reason: 'NO_CONSENT' }]);
  expect(err).toContain('[0].request.subjects[0].role: is no code of profile au-vic.');
  expect(err).toContain('[0].request.viewer.entity[1]: is no code of profile au-vic.');
});

test('a code the profile does not have is told, and takes no effect', async () => {
  const { code, out, err } = await decide([
    '--cases',
    fileOf('code.json', consentWith({ rule: { except: [{ categories: ['HOUSNG'] }] } })),
  ]);
  expect(code).toBe(0);
  expect(err).toContain('[1].facts.consents[0].rule.except[0].categories[0]: is no code of profile au-vic.');
  expect(out.split('\n')[1]).toContain('NO_CONSENT');
});

test('the help names what a command needs, and a mistake names the help', async () => {
  const help = await decide(['--help']);
  expect(help.out).toMatch(/"-" for standard input\s+\(required\)/);
  expect(help.out.split('(required)')).toHaveLength(2);
  const mistake = await decideAnew([]);
  expect(mistake.code).toBe(1);
  expect(mistake.err).toContain("required option '--cases <file>' not specified");
  expect(mistake.err).toContain('Run the command with --help to see its arguments and options.');
});

test('the cases that the document shows come out as it says', async () => {
  const shown = await readFile(new URL('../../../../schema/consent/CONSENT.md', import.meta.url), 'utf8');
  const [, cases = ''] = /```json\n([\s\S]*?)```/.exec(shown) ?? [];
  const { code, err } = await decide(['--cases', '-', '--expect'], cases);
  expect([code, err]).toEqual([0, '']);
});
