import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditBook } from '@accord/kit/audit/AuditBook';
import { auditAgency } from '@accord/kit/audit/auditAgency';
import { parseRuleSet } from '@accord/quality/rules/parseRuleSet';
import { shippedRules, shippedRulesText } from '@accord/quality/rules/shippedRules';
import { versionOf } from '@accord/quality/rules/versionOf';
import type { Store } from '@accord/server/store/Store';
import { agencyOfCases, type Case, category, inventCases } from '../lib/auditedAgency.ts';
import type { Data } from '../lib/Data.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { patienceMs } from '../lib/patience.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';
import type { TestUser } from '../lib/users.ts';

const rules = versionOf(shippedRules);
const second = ['2026-04', '2026-05', '2026-06'];
const third = ['2026-07', '2026-08', '2026-09'];
const before = { from: '2026-04-01', to: '2026-06-30' };
const after = { from: '2026-07-01', to: '2026-09-30' };
const names = ['harbour', 'kestrel', 'wattle'] as const;
type Name = (typeof names)[number];

let folder: string;
let server: TestServer;
let store: Store;
let partnership: Partnership;
/** The cases as they were on the last day of each window. */
const cases = {} as Record<Name, { before: Case[]; after: Case[] }>;

const runAudit = (id: Name, of: readonly Case[], day: string, ruleSet = shippedRules) =>
  auditAgency(agencyOfCases(id, of), {
    ...{ folder: join(folder, id), rules: ruleSet, now: new Date(`${day}T02:00:00Z`) },
    ...({ length: 'QUARTER', windows: 1 } as const),
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audits-'));
  server = await testServer();
  store = await server.freshStore();
  for (const [nth, id] of names.entries()) {
    const old = inventCases([400, 24, 260][nth] ?? 0, 100 + nth, second);
    // Two in three of those whose notes mention it and who have no alert now get one; everybody gets one to three more notes.
    const more = inventCases(old.length, 200 + nth, third);
    const later = old.map((one, at): Case => {
      const open = one.alerts.length === 0 && one.notes.some(({ tells }) => tells) && at % 3 > 0;
      const raised = { id: `${one.number}-r`, raisedOn: '2026-07-20', endedOn: null, certainty: 'INDICATED' as const };
      return {
        number: one.number,
        notes: [...one.notes, ...(more[at]?.notes ?? []).map((note) => ({ ...note, id: `q${note.id}` }))],
        needs: [...one.needs, ...(more[at]?.needs ?? []).map((need) => ({ ...need, id: `q${need.id}` }))],
        alerts: [...one.alerts, ...(open ? [raised] : [])],
      };
    });
    cases[id] = { before: old, after: later };
    await runAudit(id, old, '2026-07-05');
    await runAudit(id, later, '2026-10-05');
  }
  partnership = await openPartnership({
    ...{ store, way: 'HTTP', now: () => new Date('2026-10-06T02:00:00Z'), deadlineMs: patienceMs },
    mappings: names.map((id) => agencyOfCases(id, cases[id].after)),
    own: Object.fromEntries(names.map((id) => [id, { audits: new AuditBook(join(folder, id)) }])),
  });
});
afterAll(async () => {
  await partnership?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const counts = 'total atLeast counted { agency { id } count } withheld { id }';
const share = 'part whole rate low high agencies { id }';
const fields = `people { ${counts} } evidence { ${counts} } gap { ${counts} } alerts { ${counts} } raised { ${counts} } ruledOut { ${counts} }
  gapRate { ${share} } prevalence { ${share} } certainty { value count { ${counts} } } daysToAlert { value count { ${counts} } }
  months { month raised gap { ${share} } } agencies { agency { id } publishedOn gapRate { ${share} } } missing { agency { id } why } words`;
const auditQuery = `query ($category: AlertCode!, $window: PeriodInput!, $rules: String!, $agencies: [ID!]) {
  audit(category: $category, window: $window, rules: $rules, agencies: $agencies) { ${fields} } }`;
const change = 'estimate low high verdict';
const left = 'leftOut { agency { id } why }';
const reauditQuery = `query ($category: AlertCode!, $before: PeriodInput!, $after: PeriodInput!, $rules: String!, $rulesAfter: String) {
  reaudit(category: $category, before: $before, after: $after, rules: $rules, rulesAfter: $rulesAfter) { refused words
    before { gapRate { ${share} } } after { missing { why } } sameRecords { before { part whole } after { part whole } change { ${change} } both closed opened neither exactP ${left} }
    gap { before { part whole } after { part whole } change { ${change} } ${left} }
    prevalence { change { ${change} } } raised { before monthsBefore after monthsAfter ratio { ${change} } }
    gapChart { points { month value low high } center leftOut } raisedChart { points { month value } shift leftOut } } }`;

async function whole(as: TestUser, query: string, variables: object, purpose = 'QUALITY_IMPROVEMENT') {
  const { body } = await partnership.ask({ as, purpose, query, variables: { category, rules, ...variables } });
  return JSON.parse(body);
}
async function run(query: string, variables: object): Promise<Data> {
  const { data, errors } = await whole('lena', query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
const audit = async (variables: object): Promise<Data> => (await run(auditQuery, variables)).audit;

type Window = typeof before;
const within = (on: string, { from, to }: Window): boolean => from <= on && on <= to;

/** Counts one by one, knowing what each note says. */
function byHand(of: readonly Case[], window: Window) {
  const told = of.map((one) => {
    const evidence = [
      ...one.notes.filter(({ tells }) => tells).map(({ on }) => on),
      ...one.needs.map(({ on }) => on),
    ].filter((on) => within(on, window));
    const active = one.alerts.filter(({ raisedOn, certainty }) => raisedOn <= window.to && certainty !== 'RULED_OUT');
    return { one, evidence: evidence.sort(), active: active[0] };
  });
  const count = (test: (one: (typeof told)[number]) => boolean): number => told.filter(test).length;
  return {
    people: of.length,
    evidence: count(({ evidence }) => evidence.length > 0),
    gap: count(({ evidence, active }) => evidence.length > 0 && !active),
    alerts: count(({ active }) => active !== undefined),
    raised: count(({ active }) => active !== undefined && within(active.raisedOn, window)),
    ruledOut: count(
      ({ one, active }) =>
        !active && one.alerts.some(({ raisedOn, certainty }) => raisedOn <= window.to && certainty === 'RULED_OUT'),
    ),
  };
}

test('every count that is shown is the count of the agency’s records, counted one by one', async () => {
  for (const [window, when] of [
    [before, 'before'],
    [after, 'after'],
  ] as const) {
    const told = await audit({ window });
    expect(told.missing).toEqual([]);
    let compared = 0;
    const hand = Object.fromEntries(names.map((id) => [id, byHand(cases[id][when], window)]));
    for (const name of ['people', 'evidence', 'gap', 'alerts', 'raised', 'ruledOut'] as const) {
      for (const { agency, count } of told[name].counted) {
        expect({ name, agency: agency.id, count }).toEqual({ name, agency: agency.id, count: hand[agency.id]?.[name] });
        compared += 1;
      }
      if (told[name].total !== null)
        expect(told[name].total).toBe(names.reduce((sum, id) => sum + (hand[id]?.[name] ?? 0), 0));
    }
    expect(compared).toBeGreaterThan(10);
    const { part, whole: all } = told.gapRate;
    expect([part, all]).toEqual(
      ['gap', 'evidence'].map((name) =>
        told.gapRate.agencies.reduce((sum: number, { id }: Data) => sum + Number(Reflect.get(hand[id] ?? {}, name)), 0),
      ),
    );
    expect(told.gapRate.low).toBeLessThan(part / all);
    expect(told.gapRate.high).toBeGreaterThan(part / all);
  }
});

test('whatever is asked, with whichever agencies, no count and no difference of counts is from 1 to 4', async () => {
  const lists = [...Array(7).keys()].map((n) => names.filter((_, nth) => ((n + 1) >> nth) & 1));
  const small: string[] = [];
  let compared = 0;
  const look = (what: string, count: number | null): void => {
    compared += 1;
    if (count !== null && count !== 0 && Math.abs(count) < 5) small.push(`${what}: ${count}`);
  };
  for (const window of [before, after]) {
    const answers = await Promise.all(lists.map((agencies) => audit({ window, agencies })));
    // Two answers with and without some agencies, and two counts of which one contains the other.
    for (const [a, left] of answers.entries())
      for (const name of ['people', 'evidence', 'gap', 'alerts', 'raised', 'ruledOut']) {
        look(name, left[name].atLeast);
        for (const [b, right] of answers.entries())
          if (a !== b && lists[a]?.every((id) => lists[b]?.includes(id)))
            look(`${name}, lists`, right[name].atLeast - left[name].atLeast);
      }
    const counted = (told: Data, id: string): number | null =>
      told.counted.find(({ agency }: Data) => agency.id === id)?.count ?? null;
    const [everything] = answers.slice(-1);
    for (const id of names) {
      const of = (told: Data) => counted(told, id);
      const parts: readonly (readonly [Data, readonly Data[]])[] = [
        [everything.people, [everything.evidence, everything.alerts]],
        [everything.evidence, [everything.gap, ...everything.daysToAlert.map((one: Data) => one.count)]],
        [everything.alerts, [everything.raised, ...everything.certainty.map((one: Data) => one.count)]],
      ];
      for (const [all, some] of parts)
        for (const part of some) {
          const [w, p] = [of(all), of(part)];
          look(`${id} part`, p);
          if (w !== null && p !== null) look(`${id} rest`, w - p);
        }
    }
  }
  expect(small).toEqual([]);
  expect(compared).toBeGreaterThan(300);
});

test('the words name every agency whose counts are not in the gap rate, even one that audited, and the alert as the partners call it', async () => {
  let withheld = 0;
  for (const window of [before, after]) {
    const { agencies, gapRate, words } = await audit({ window });
    expect(words).toContainEqual(
      expect.stringContaining('someone with two records, at one agency or several, counts twice'),
    );
    expect(words).toContainEqual(expect.stringContaining('its last months look worse than they are'));
    expect(words[0]).toMatch(/^Person experiencing family violence, 2026-0[47] to 2026-0[69]: /);
    for (const { agency, gapRate: own } of agencies) {
      const inIt = gapRate.agencies.some(({ id }: Data) => id === agency.id);
      expect(inIt).toBe(own !== null);
      const name = `${agency.id[0].toUpperCase()}${agency.id.slice(1)}`;
      const sentence = `${name} had counts too small to show. It is left out, not counted as zero.`;
      expect(words.includes(sentence)).toBe(!inIt);
      if (!inIt) withheld += 1;
    }
  }
  expect(withheld).toBeGreaterThan(0);
});

test('the same records then and now, and other records beside them, under the same rules', async () => {
  const { reaudit } = await run(reauditQuery, { before, after });
  expect(reaudit.refused).toBeNull();
  const { sameRecords, gap } = reaudit;
  const told = names.filter((id) => !sameRecords.leftOut.some(({ agency }: Data) => agency.id === id));
  expect(told).toContain('harbour');
  const pairs = told.flatMap((id) =>
    cases[id].before.flatMap((one, at) => {
      const evidence = [...one.notes.filter(({ tells }) => tells), ...one.needs].some(({ on }) => within(on, before));
      const has = (of: Case | undefined, day: string) =>
        of?.alerts.some(({ raisedOn, certainty }) => raisedOn <= day && certainty !== 'RULED_OUT') ?? false;
      return evidence ? [[has(one, before.to), has(cases[id].after[at], after.to)] as const] : [];
    }),
  );
  const of = (then: boolean, now: boolean) => pairs.filter(([a, b]) => a === then && b === now).length;
  expect([sameRecords.both, sameRecords.closed, sameRecords.opened, sameRecords.neither]).toEqual([
    ...[of(false, false), of(false, true), of(true, false), of(true, true)],
  ]);
  expect(sameRecords.change.verdict).toBe('LESS');
  expect(sameRecords.change.high).toBeLessThan(0);
  expect(gap.before.whole).toBeGreaterThan(50);
  expect(reaudit.gapChart.points.length + reaudit.gapChart.leftOut.length).toBe(6);
  expect(reaudit.words.join(' ')).toContain('There is no group to compare with.');
});

test('another version of the rules between two audits is refused, with the reason', async () => {
  const { reaudit } = await run(reauditQuery, { before, after, rulesAfter: 'au-vic@9.0.0#0000000000000000' });
  expect(reaudit).toMatchObject({ refused: 'OTHER_RULES', sameRecords: null, gap: null });
  expect(reaudit.words[0]).toContain('different rules');
});

test('other rules are named for the second window only if all agencies used the same ones', async () => {
  const edited = (version: string) => {
    const read = parseRuleSet(shippedRulesText.replace(/^version: .*$/m, `version: ${version}`));
    if (read.kind !== 'RULES') throw new Error('The shipped rules can be read.');
    return read.rules;
  };
  const [one, other] = [edited('9.1.0'), edited('9.2.0')];
  const months = (from: string, to: string) => ({
    before: { from: '2025-01-01', to: '2025-03-31' },
    after: { from, to },
  });
  const of = inventCases(30, 300, ['2025-02']);
  for (const id of names) {
    await runAudit(id, of, '2025-04-05');
    await runAudit(id, of, '2025-07-05', one);
    await runAudit(id, of, '2025-10-05', id === 'harbour' ? one : other);
  }
  const { reaudit: same } = await run(reauditQuery, months('2025-04-01', '2025-06-30'));
  expect(same.refused).toBe('OTHER_RULES');
  expect(same.words[0]).toContain(versionOf(one));
  const { reaudit: mixed } = await run(reauditQuery, months('2025-07-01', '2025-09-30'));
  expect(mixed.after.missing).toEqual([{ why: 'OTHER_RULES' }, { why: 'OTHER_RULES' }, { why: 'OTHER_RULES' }]);
  expect(mixed.refused).toBeNull();
  expect(mixed.words.join(' ')).not.toContain('9.1.0');
});

test('an agency that has not audited, used other rules, keeps its counts out or is down is named with the reason, never counted as zero', async () => {
  const why = async (variables: object): Promise<Data> =>
    Object.fromEntries((await audit(variables)).missing.map(({ agency, why: reason }: Data) => [agency.id, reason]));
  const earlier = { from: '2026-01-01', to: '2026-03-31' };
  expect(await why({ window: earlier })).toEqual({
    harbour: 'NOT_AUDITED',
    kestrel: 'NOT_AUDITED',
    wattle: 'NOT_AUDITED',
  });
  const none = (await run(reauditQuery, { before: earlier, after })).reaudit;
  expect(none).toMatchObject({ refused: 'NO_AGENCY_IN_BOTH' });
  expect(none.words).toContain('Harbour has not audited both periods.');
  const other = await why({ window: before, rules: 'au-vic@9.0.0#0000000000000000' });
  expect(other).toEqual({ harbour: 'OTHER_RULES', kestrel: 'OTHER_RULES', wattle: 'OTHER_RULES' });
  const at = new Date('2026-10-06T01:00:00Z');
  await store.vetoes.put({ id: 'v1', agencyId: 'wattle', scope: 'AUDITS', reason: 'Ours to say.', by: 'edda', at });
  const [harbour] = (await store.agencies.all()).filter(({ id }) => id === 'harbour');
  if (!harbour) throw new Error('Harbour takes part.');
  await store.agencies.change('harbour', { ...harbour, contractVersion: '1.1' });
  // Harbour's people have looked and published, so nobody is told that they have not.
  expect(await why({ window: after })).toEqual({ harbour: 'OLDER_CONTRACT', wattle: 'VETOED' });
  // Kestrel alone is too small to be shown, both times; that is not a count of zero.
  const { reaudit: small } = await run(reauditQuery, { before, after });
  expect(small).toMatchObject({ refused: null, raised: { before: null, after: null } });
  await store.agencies.change('harbour', harbour);
  await partnership.agencies.get('kestrel')?.close();
  expect(await why({ window: after })).toEqual({ kestrel: 'UNREACHABLE', wattle: 'VETOED' });
  const told = await audit({ window: after });
  expect(told.people).toMatchObject({ total: null, counted: [{ agency: { id: 'harbour' }, count: 400 }] });
  expect(told.words.join(' ')).toContain(
    'Wattle has decided to keep its clients’ data out of audits. It is left out, not counted as zero.',
  );
  const { reaudit } = await run(reauditQuery, { before, after });
  expect(reaudit.gap.leftOut.map(({ agency, why: reason }: Data) => [agency.id, reason])).toEqual([
    ['kestrel', 'UNREACHABLE'],
    ['wattle', 'VETOED'],
  ]);
  expect(reaudit.words.join(' ')).toContain('Kestrel did not answer, so it is not in these numbers: the same records;');
});

test('an audit is for leads, managers, executives and coordinators, to improve quality or evaluate', async () => {
  const code = async (as: TestUser, purpose: string) =>
    (await whole(as, auditQuery, { window: before }, purpose)).errors?.[0]?.extensions.code;
  expect(await code('lena', 'QUALITY_IMPROVEMENT')).toBeUndefined();
  expect(await code('priya', 'EVALUATION')).toBeUndefined();
  expect(await code('priya', 'ADMINISTRATION')).toBe('PURPOSE_REFUSED');
  expect(await code('mara', 'SERVICE_COORDINATION')).toBe('ROLE_REFUSED');
});

test('a rule set is edited with a higher version, kept beside the others, and read by agencies unchanged', async () => {
  const add = async (text: string): Promise<Data> =>
    (
      await run(
        'mutation ($text: String!) { addRuleSet(text: $text) { ruleSet { id version addedBy { id } } faults { line sentence } } }',
        { text },
      )
    ).addRuleSet;
  const [, version = ''] = /^version: (.*)$/m.exec(shippedRulesText) ?? [];
  expect((await add(shippedRulesText)).faults[0].sentence).toContain(`higher than ${version}`);
  expect((await add('name: [')).ruleSet).toBeNull();
  const edited = shippedRulesText.replace(/^version: .*$/m, 'version: 9.1.0');
  const { ruleSet, faults } = await add(edited);
  expect(faults).toEqual([]);
  const read = parseRuleSet(edited);
  expect(ruleSet).toMatchObject({
    version: '9.1.0',
    id: read.kind === 'RULES' && versionOf(read.rules),
    addedBy: { id: 'harbour' },
  });
  expect((await add(edited)).faults[0].sentence).toContain('higher than 9.1.0');
  const address = partnership.hub.http.server.address();
  const url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
  const { readRules } = await import('@accord/kit/audit/readRules');
  expect(versionOf(await readRules({ hub: url }))).toBe(ruleSet.id);
  expect(versionOf(await readRules({ hub: url, id: rules }))).toBe(rules);
  await expect(readRules({ hub: url, id: rules.replace(/#.*/, '#0000000000000000') })).rejects.toThrow('was asked for');
});
