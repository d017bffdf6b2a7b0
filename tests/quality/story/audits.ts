import { shippedRules } from '@accord/quality/rules/shippedRules';
import { versionOf } from '@accord/quality/rules/versionOf';
import type { Data } from '../../lib/Data.ts';
import { nameOf, plain, type Say, sayChange, sayCount, sayShare } from './sayNumbers.ts';
import { type StoryHub, storyAgencies } from './storyHub.ts';

export const category = 'FAMILY_VIOLENCE_EXPERIENCING';
export const rules = versionOf(shippedRules);
const lastQuarter = { from: '2026-10-01', to: '2026-12-31' };
const thisQuarter = { from: '2027-01-01', to: '2027-03-31' };
const otherRules = 'somebody-else@9.0.0#0000';

const share = 'part whole rate low high agencies { id }';
const count = 'total atLeast counted { agency { id } count } withheld { id }';
const change = 'estimate low high verdict';
const auditFields = `from to rules people { ${count} } evidence { ${count} } gap { ${count} } ruledOut { ${count} }
  gapRate { ${share} } prevalence { ${share} } certainty { value count { ${count} } }
  agencies { agency { id name } gapRate { ${share} } prevalence { ${share} } } missing { agency { id name } why } words`;

const askAudit = async (hub: StoryHub): Promise<Data> =>
  (
    await hub.run(
      'priya',
      `query ($category: AlertCode!, $window: PeriodInput!, $rules: String!) { audit(category: $category, window: $window, rules: $rules) { ${auditFields} } }`,
      { category, window: lastQuarter, rules },
    )
  ).audit;

/** January: three agencies audit their own records, then the fourth does. */
export async function firstAudit(hub: StoryHub, say: Say) {
  say('\n1  January: what notes say, compared with what alerts say');
  hub.day('2027-01-11');
  for (const agency of storyAgencies.filter((id) => id !== 'heron')) {
    const { records, notes } = await hub.audits(agency);
    say(`   ${nameOf(agency)} examined its own ${records} cases and ${notes} notes. Only counts leave the agency.`);
  }
  const incomplete = await askAudit(hub);
  for (const { agency, why } of incomplete.missing)
    say(`   Missing: ${agency.name} (${plain(why)}). It is named as missing, not counted as zero.`);
  say(`   Cases, as far as they are known: ${sayCount(incomplete.people)}.`);
  hub.day('2027-01-12');
  await hub.audits('heron');
  const audit = await askAudit(hub);
  say(`   The next day Heron has examined its cases, too. Rules: ${audit.rules}.`);
  say(`   Cases: ${sayCount(audit.people)}. With evidence: ${sayCount(audit.evidence)}.`);
  say(
    `   Evidence but no alert: ${sayShare(audit.gapRate)}, in ${audit.gapRate.agencies.map(({ id }: Data) => nameOf(id)).join(' and ')}.`,
  );
  for (const one of audit.agencies)
    say(
      `     ${one.agency.name}: ${one.gapRate ? sayShare(one.gapRate) : 'suppressed, as it would disclose fewer than five people'}.`,
    );
  for (const one of audit.certainty.filter(({ value }: Data) => value !== 'NONE'))
    say(`     Alerts ${plain(one.value)}: ${sayCount(one.count)}.`);
  return { incomplete, audit };
}

const leftOut = 'leftOut { agency { name } why }';
const askReaudit = `query ($category: AlertCode!, $before: PeriodInput!, $after: PeriodInput!, $rules: String!, $rulesAfter: String) {
  reaudit(category: $category, before: $before, after: $after, rules: $rules, rulesAfter: $rulesAfter) {
    refused words before { rules } after { ${auditFields} }
    sameRecords { before { ${share} } after { ${share} } change { ${change} } both closed opened neither exactP ${leftOut} }
    gap { before { ${share} } after { ${share} } change { ${change} } ${leftOut} }
    raised { before monthsBefore after monthsAfter ratio { ${change} } ${leftOut} }
    gapChart { points { month value low high } leftOut } } }`;

/** April: they audit the same records again, and those of the quarter since. */
export async function secondAudit(hub: StoryHub, say: Say) {
  say('\n5  April: the audit again, under the same rules');
  hub.day('2027-04-06');
  for (const agency of storyAgencies) await hub.audits(agency);
  const asked = { category, before: lastQuarter, after: thisQuarter, rules };
  const { reaudit } = await hub.run('priya', askReaudit, asked);
  const { reaudit: refused } = await hub.run('priya', askReaudit, { ...asked, rulesAfter: otherRules });
  if (reaudit.sameRecords)
    say(
      `   The same cases: ${sayShare(reaudit.sameRecords.before)} then, ${sayShare(reaudit.sameRecords.after)} now; ${sayChange(reaudit.sameRecords.change)}.`,
    );
  if (reaudit.gap)
    say(
      `   Cases of the next quarter: ${sayShare(reaudit.gap.before)}, then ${sayShare(reaudit.gap.after)}; ${sayChange(reaudit.gap.change)}.`,
    );
  if (reaudit.raised)
    say(
      `   Alerts raised: ${reaudit.raised.before}, then ${reaudit.raised.after}; rate ratio ${sayChange(reaudit.raised.ratio)}.`,
    );
  say('   In words:');
  for (const words of reaudit.words) say(`     ${words}`);
  say(`   Under other rules the comparison is refused (${refused.refused}): ${refused.words[0]}`);
  return { reaudit, refused };
}
