import type { Data } from '../../lib/Data.ts';
import { answerPrompts, type Prompted } from './answerPrompts.ts';
import { firstAudit, secondAudit } from './audits.ts';
import { decideTogether } from './decideTogether.ts';
import { placeTogether } from './placeTogether.ts';
import type { Say } from './sayNumbers.ts';
import { takeIn } from './staff.ts';
import { storyHub } from './storyHub.ts';

/** What the graph answered during the story, for tests to check. */
export type Played = Readonly<{
  incomplete: Data;
  audit: Data;
  exercise: Data;
  proposal: Data;
  /** The wording on the day before the change, and on the day itself. */
  labels: Readonly<{ before: string; after: string; proposed: string; dayBefore: string; day: string }>;
  prompts: Prompted;
  reaudit: Data;
  otherRules: Data;
  alertTexts: readonly string[];
  noteTexts: readonly string[];
  hubText: string;
}>;

/**
 * Plays the founding story over four agencies, from January to April 2027, and reports what the graph answered, line by line.
 */
export async function playStory(say: Say): Promise<Played> {
  const hub = await storyHub('2027-01-04');
  try {
    const noteTexts = await takeIn(hub, {
      months: ['2026-10', '2026-11', '2026-12'],
      opened: ['2026-03', '2026-07', '2026-09'],
      part: 1,
    });
    const { incomplete, audit } = await firstAudit(hub, say);
    const { exercise, wording } = await placeTogether(hub, say);
    const { proposal, labels } = await decideTogether(hub, say, exercise.id, wording);
    const prompts = await answerPrompts(hub, say);
    const { reaudit, refused } = await secondAudit(hub, say);
    say(
      '\nAll people here are invented, and so are their answers: the numbers show how things are counted, not what such work achieves.',
    );
    const [alertTexts, hubText] = [await hub.alertTexts(), await hub.hubText()];
    return {
      incomplete,
      audit,
      exercise,
      proposal,
      labels,
      prompts,
      reaudit,
      otherRules: refused,
      alertTexts,
      noteTexts,
      hubText,
    };
  } finally {
    await hub.stop();
  }
}
