import { featuredClient } from './demoPeople.ts';

const evidence = { evidence: 'IN_PERSON', noticeVersion: '3', language: 'English' };

/** Variables of the example operations that take more than a client, about the person the demonstration is about. */
export const exampleVariables: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'record-consent': {
    consent: {
      ...{ client: featuredClient, agencies: ['harbour'], categories: ['HOUSING'], ...evidence },
      words: 'Harbour may know how I am housed.',
    },
  },
  'withdraw-consent': { consent: 'c-alma-1' },
  'narrow-consent': {
    narrowing: {
      id: 'c-alma-1',
      leaveOut: [{ categories: ['CONTACT'] }],
      ...evidence,
      words: 'But not how to reach me.',
    },
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
  block: { block: { client: featuredClient, kind: 'SAFETY_BLOCK', categories: ['ADDRESS'] } },
};
