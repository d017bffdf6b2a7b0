import { featuredClient } from './demoPeople.ts';

const evidence = { evidence: 'IN_PERSON', noticeVersion: '3', language: 'English' };

const housing = {
  consent: {
    ...{ client: featuredClient, agencies: ['harbour'], categories: ['HOUSING'], ...evidence },
    words: 'Harbour may know how I am housed.',
  },
};

const withoutContact = {
  narrowing: {
    ...{ id: 'c-alma-1', leaveOut: [{ categories: ['CONTACT'] }], ...evidence },
    words: 'But not how to reach me.',
  },
};

const ofExercise = { exercise: '(from exercises)' };

/** Variables for the example operations that need more than a client, all about the featured person. */
export const exampleVariables: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'record-consent': housing,
  'consent-effect': housing,
  'withdraw-consent': { consent: 'c-alma-1' },
  'withdrawal-effect': { consent: 'c-alma-1' },
  'narrow-consent': withoutContact,
  'narrowing-effect': withoutContact,
  audit: {
    ...{ category: 'FAMILY_VIOLENCE_EXPERIENCING', rules: '(id from ruleSets)' },
    window: { from: '2026-07-01', to: '2026-09-30' },
  },
  reaudit: {
    ...{ category: 'FAMILY_VIOLENCE_EXPERIENCING', rules: '(id from ruleSets)' },
    ...{ before: { from: '2026-04-01', to: '2026-06-30' }, after: { from: '2026-07-01', to: '2026-09-30' } },
  },
  'request-consent': { request: { client: featuredClient, categories: ['HOUSING'] } },
  'emergency-access': {
    glass: {
      client: featuredClient,
      reason: 'Found unconscious at the door.',
      categories: ['SERVICE_USE', 'CONTACT', 'HEALTH'],
    },
  },
  'review-emergency-access': {
    review: { id: '(from breakGlasses)', outcome: 'JUSTIFIED', note: 'Her life was at risk.' },
  },
  'assert-legal-basis': {
    basis: {
      client: featuredClient,
      kind: 'SERIOUS_THREAT',
      reason: 'He said he will come tonight.',
      categories: ['FV_RISK'],
    },
  },
  'decide-link': { decision: { pair: '(from linkReview)', word: 'SAME', reason: 'We asked her.' } },
  'create-exercise': {
    exercise: {
      title: 'How soon may it be named?',
      scenarios: [
        'At each visit she looks at her partner before she answers. He has the bank card, he says, because she forgets things.',
        'Her mother rings: since he lost his work he follows her in the car. She herself says that he worries about her.',
        'A neighbour complains of shouting at night. The father says the boy has bad dreams.',
      ],
      agencies: ['wattle', 'kestrel'],
    },
  },
  'join-exercise': ofExercise,
  place: {
    placing: {
      ...{ ...ofExercise, scenario: '(from exercises)', round: 1, answer: 'CATEGORY' },
      ...{ category: 'FAMILY_VIOLENCE_EXPERIENCING', certainty: 'INDICATED' },
      ...{ why: 'She cannot decide about her own money.', wouldNeed: 'To see her alone.' },
      wording: 'May not be safe to speak for herself',
    },
  },
  'reveal-round': ofExercise,
  'note-barriers': {
    barriers: {
      ...{ ...ofExercise, scenario: '(from exercises)', kinds: ['LANGUAGE', 'VISIBLE_TO_PERSON_OR_FAMILY'] },
      words: 'She would not call it that, and he reads over her shoulder.',
    },
  },
  'second-round': ofExercise,
  'exercise-results': ofExercise,
  'propose-from-exercise': {
    ...ofExercise,
    proposal: {
      ...{ kind: 'LABEL', code: 'FAMILY_VIOLENCE_EXPERIENCING', label: 'May not be safe at home' },
      ...{
        title: 'Say it so that we can say it to her',
        why: 'In the exercise most noted the words as what held them back.',
      },
    },
  },
  'close-exercise': ofExercise,
  'raise-proposal': {
    proposal: {
      ...{ kind: 'LABEL', code: 'FAMILY_VIOLENCE_USING', label: 'Person whose behaviour makes home unsafe' },
      title: 'A wording people can say in the room',
      why: 'The word we have stops us from naming it while the person listens.',
    },
  },
  voice: { voice: { proposal: '(from proposals)', position: 'OBJECT', reason: 'The courts use another word.' } },
  wording: { code: 'FAMILY_VIOLENCE_USING' },
  block: { block: { client: featuredClient, kind: 'SAFETY_BLOCK', categories: ['ADDRESS'] } },
};
