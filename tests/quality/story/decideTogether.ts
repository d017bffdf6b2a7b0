import type { Data } from '../../lib/Data.ts';
import { category } from './audits.ts';
import type { Say } from './sayNumbers.ts';
import { staff } from './staff.ts';
import { type StoryHub, storyAgencies } from './storyHub.ts';

const proposalFields = 'id status level where holdsFrom history { at says }';

/**
 * A practitioner proposes the wording; practitioners, team leaders, managers and executives of each agency state their
 * positions.
 */
export async function decideTogether(hub: StoryHub, say: Say, exercise: string, proposed: string) {
  say('\n3  The outcome goes through four levels, with one voice for each agency');
  const [dayBefore, day] = ['2027-02-14', '2027-02-15'];
  hub.day('2027-02-01');
  const propose = `mutation ($exercise: ID!, $proposal: ProposalInput!) {
    proposeFromExercise(exercise: $exercise, proposal: $proposal) { proposal { ${proposalFields} } } }`;
  const { id } = (
    await hub.run('hana', propose, {
      exercise,
      proposal: {
        ...{
          kind: 'LABEL',
          title: 'Words we can say to the person',
          code: category,
          label: proposed,
          effectiveOn: day,
        },
        why: 'Most noted the words as what held them back; these they could say to the person.',
      },
    })
  ).proposeFromExercise.proposal;
  const seen = async (): Promise<Data> =>
    (await hub.run('hana', `{ proposal(id: "${id}") { ${proposalFields} } }`)).proposal;
  for (const [level, nth] of [1, 4, 7, 10].entries()) {
    const dayOf = (date: number): string => `2027-02-${String(date).padStart(2, '0')}`;
    hub.day(dayOf(nth));
    for (const agency of storyAgencies) {
      const aside = agency === 'kestrel' &&
        level === 1 && { position: 'STAND_ASIDE', reason: 'Our own forms keep the old words until July.' };
      const voice = { proposal: id, position: 'SUPPORT', ...aside };
      await hub.run(
        staff[agency].speakers[level] ?? 'hana',
        'mutation ($voice: VoiceInput!) { voice(voice: $voice) { proposal { id } } }',
        { voice },
      );
    }
    hub.day(dayOf(nth + 1));
    say(`   ${dayOf(nth + 1)}  ${(await seen()).where}`);
  }
  const label = async (date: string): Promise<string> => {
    hub.day(date);
    const { vocabulary } = await hub.run('kim', '{ vocabulary { alerts { code label } } }');
    return vocabulary.alerts.find((term: Data) => term.code === category)?.label;
  };
  const labels = { before: await label(dayBefore), after: await label(day), proposed, dayBefore, day };
  const proposal = await seen();
  say(`   ${proposal.history.at(-1).says} It holds from ${proposal.holdsFrom}.`);
  say(`   On ${dayBefore} the graph says "${labels.before}"; on ${day}, "${labels.after}".`);
  return { proposal, labels };
}
