// An agency's audit of 100,000 notes in memory, then the same audit with nothing new: `node tests/bench/audit.mjs` after a build.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const { auditAgency } = await import('@accord/kit/audit/auditAgency');
const { shippedRules } = await import('@accord/quality/rules/shippedRules');
const { table } = await import('@accord/kit/table');
const { many, one } = await import('@accord/kit/section');
const texts = fs
  .readFileSync(new URL('../../schema/quality/notes/notes.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((l) => JSON.parse(l).text);
const N = 10000,
  per = 10;
const rec = table({ rows: async (ns) => ns.map((n) => ({ n })), of: (r) => r.n });
const notes = table({
  rows: async (ns) => ns.flatMap((n) => Array.from({ length: per }, (_, i) => ({ n, i }))),
  of: (r) => r.n,
});
const mapping = {
  id: 'bench',
  records: rec,
  involvement: one(rec, () => ({ since: '2025-01-01', until: null })),
  notes: many(notes, ({ n, i }) => ({
    id: `${n}-${i}`,
    about: ['SERVICE_USE'],
    writtenOn: `2026-0${1 + ((Number(n) + i) % 9)}-11`,
    text: `${texts[(Number(n) * 31 + i * 7) % texts.length]} ${texts[(Number(n) * 17 + i) % texts.length]}`,
  })),
  linkage: {
    count: async () => N,
    page: async (after, size) => {
      const s = after === null ? 0 : Number(after);
      return Array.from({ length: Math.min(size, N - s) }, (_, i) => ({
        number: s + i + 1,
        given: 'Ada',
        family: 'Moss',
        dateOfBirth: null,
        sex: null,
        worker: null,
        open: true,
        dobAccuracy: 'UNKNOWN',
      }));
    },
  },
};
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'abench-'));
for (const run of ['first', 'again']) {
  let peak = 0;
  const iv = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 100);
  const t = performance.now();
  const c = process.cpuUsage();
  const r = await auditAgency(mapping, {
    folder,
    rules: shippedRules,
    now: new Date('2026-10-05T00:00:00Z'),
    length: 'QUARTER',
    windows: 4,
  });
  clearInterval(iv);
  const s = (performance.now() - t) / 1000;
  const u = process.cpuUsage(c);
  console.log(
    run,
    JSON.stringify(r),
    `${s.toFixed(1)} s`,
    `${Math.round(r.notes / s)} notes/s`,
    `cpu ${((u.user + u.system) / 1e6).toFixed(1)} s`,
    `peak ${Math.round(peak / 1e6)} MB`,
  );
}
fs.rmSync(folder, { recursive: true });
