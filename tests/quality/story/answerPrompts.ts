import { seeded } from '@accord/quality/statistics/seeded';
import type { Data } from '../../lib/Data.ts';
import type { TestUser } from '../../lib/users.ts';
import { category } from './audits.ts';
import { plain, type Say } from './sayNumbers.ts';
import { staff, takeIn } from './staff.ts';
import { type StoryHub, storyAgencies } from './storyHub.ts';

/** How many prompts were asked, and what became of them. */
export type Prompted = Readonly<{ asked: number; answered: Readonly<Record<string, number>>; raised: number }>;

const caseload = `query ($after: String) { caseload(first: 50, after: $after) { pageInfo { hasNextPage endCursor }
  nodes { records { id prompts { id code answered { answer } } } } } }`;
const answers = ['NAME_IT', 'NOT_YET', 'NAME_IT', 'UNSAFE_TO_NAME', 'NOT_FAMILY_VIOLENCE'] as const;

/** Why a worker answered as they did. */
export const reason = 'As the two of us spoke of it.';

/** Each worker looks at the prompts for their own cases and does what they think is right. Nobody is told to raise anything. */
export async function answerPrompts(hub: StoryHub, say: Say): Promise<Prompted> {
  say('\n4  Workers are asked about their own cases, and raise alerts in their own systems of their own accord');
  hub.day('2027-02-22');
  await takeIn(hub, { months: ['2027-01', '2027-02'], opened: ['2027-01'], part: 0.8 });
  for (const agency of storyAgencies) await hub.audits(agency);
  const next = seeded(11);
  const answered: Record<string, number> = {};
  let [asked, raised] = [0, 0];
  hub.day('2027-03-01');
  for (const as of storyAgencies.flatMap((agency) => staff[agency].workers))
    for (const { record, prompt } of await promptsOf(hub, as)) {
      asked += 1;
      const answer = answers[Math.floor(next() * answers.length)] ?? 'NOT_YET';
      answered[answer] = (answered[answer] ?? 0) + 1;
      const answerIt = `mutation ($record: ID!, $prompt: ID!, $answer: PromptAnswer!, $reason: String!) {
        answerPrompt(record: $record, prompt: $prompt, answer: $answer, reason: $reason) { record { id } } }`;
      await hub.run(as, answerIt, { record, prompt, answer, reason });
      if (answer !== 'NAME_IT') continue;
      const input = {
        ...{ code: category, certainty: 'DISCLOSED', severity: 'MEDIUM', reviewDue: '2027-09-01' },
        text: `Told ${as} in February what happens at home; wants to be called at noon only (${record}).`,
      };
      const raise = `mutation ($record: ID!, $input: AlertInput!) { raiseAlert(record: $record, input: $input) { outcome } }`;
      const { raiseAlert } = await hub.run(as, raise, { record, input });
      if (raiseAlert.outcome === 'WRITTEN') raised += 1;
    }
  say(
    `   ${asked} questions were asked, each of the case's own worker. Answers: ${Object.entries(answered)
      .map(([answer, times]) => `${plain(answer)} ${times}`)
      .join(', ')}.`,
  );
  say(`   ${raised} alerts were written into the agencies' own tables.`);
  return { asked, answered, raised };
}

async function promptsOf(
  hub: StoryHub,
  as: TestUser,
): Promise<readonly Readonly<{ record: string; prompt: string }>[]> {
  const found: Readonly<{ record: string; prompt: string }>[] = [];
  for (let after: string | null = null; ; ) {
    const page: Data = (await hub.run(as, caseload, { after })).caseload;
    for (const { records } of page.nodes)
      for (const { id, prompts } of records)
        for (const prompt of prompts ?? [])
          if (prompt.code === category && !prompt.answered) found.push({ record: id, prompt: prompt.id });
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}
