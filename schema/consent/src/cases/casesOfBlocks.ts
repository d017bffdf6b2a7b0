import type { Block } from '../Facts.ts';
import { asking, type Case, consent, denied, harbour, kestrel, millrace, permitted } from './Case.ts';

const hiddenAddress: Block = {
  id: 'b1',
  kind: 'SAFETY_BLOCK',
  person: 'ada',
  categories: ['ADDRESS'],
  against: ['bram'],
};
const privileged: Block = { id: 'b2', kind: 'EXCLUDED_INFORMATION', records: ['r-12'] };
const consents = [consent('c1', 'permit', [])];
const adaInDanger = [{ person: 'ada', role: 'VICTIM_SURVIVOR' }] as const;

/** Blocks, own records and suspended agencies. */
export const casesOfBlocks: readonly Case[] = [
  {
    name: 'a safety block holds against an agency that works with the person it protects from',
    facts: { consents, blocks: [hiddenAddress] },
    ask: asking({ viewer: millrace, category: 'ADDRESS' }),
    answer: { ...denied('SAFETY_BLOCK'), basis: ['b1'] },
  },
  {
    name: 'and against what is computed from the address',
    facts: { consents, blocks: [hiddenAddress] },
    ask: asking({ viewer: millrace, category: 'SERVICE_USE', derivedFrom: ['ADDRESS'] }),
    answer: denied('SAFETY_BLOCK'),
  },
  {
    name: 'and against that person as a client',
    facts: { consents, blocks: [hiddenAddress] },
    ask: asking({ viewer: { self: 'bram', agencyWorksWith: [] }, purpose: 'CLIENT_ACCESS', category: 'ADDRESS' }),
    answer: denied('SAFETY_BLOCK'),
  },
  {
    name: 'and against that person as a worker',
    facts: { consents, blocks: [hiddenAddress] },
    ask: asking({ viewer: { user: 'bram', agency: 'harbour', agencyWorksWith: [] }, category: 'ADDRESS' }),
    answer: denied('SAFETY_BLOCK'),
  },
  {
    name: 'and against what is of somebody else besides',
    facts: { consents, blocks: [hiddenAddress] },
    ask: asking({
      ...{ viewer: millrace, category: 'ADDRESS', separable: true },
      subjects: [
        { person: 'cleo', role: 'CHILD' },
        { person: 'ada', role: 'CLIENT' },
      ],
    }),
    answer: denied('SAFETY_BLOCK'),
  },
  {
    name: 'one that names no category in its list stands for all',
    facts: { consents, blocks: [{ ...hiddenAddress, categories: [] }] },
    ask: asking({ viewer: millrace }),
    answer: denied('SAFETY_BLOCK'),
  },
  {
    name: 'it leaves other people to consent',
    facts: { consents, blocks: [{ ...hiddenAddress, person: 'cleo' }] },
    ask: asking({ viewer: millrace, category: 'ADDRESS' }),
    answer: permitted,
  },
  {
    name: 'it leaves other agencies to consent',
    facts: { consents, blocks: [hiddenAddress] },
    ask: asking({ category: 'ADDRESS' }),
    answer: permitted,
  },
  {
    name: 'it leaves other categories to consent',
    facts: { consents, blocks: [hiddenAddress] },
    ask: asking({ viewer: millrace }),
    answer: permitted,
  },
  {
    name: 'a block on a category reaches what lies below it, sensitive or not',
    facts: { consents, blocks: [{ ...hiddenAddress, categories: ['CONTACT'] }] },
    ask: asking({ viewer: millrace, category: 'ADDRESS' }),
    answer: denied('SAFETY_BLOCK'),
  },
  {
    name: 'a blocked record beats consent',
    facts: { consents, blocks: [privileged] },
    ask: asking({ record: 'r-12' }),
    answer: denied('EXCLUDED_INFORMATION'),
  },
  {
    name: 'a blocked record beats the law',
    facts: { blocks: [privileged] },
    ask: asking({
      record: 'r-12',
      purpose: 'FV_PROTECTION',
      subjects: [{ person: 'bram', role: 'PERSON_USING_VIOLENCE' }],
      category: 'FV_RISK',
    }),
    answer: denied('EXCLUDED_INFORMATION'),
  },
  {
    name: 'a blocked record leaves the next one to consent',
    facts: { consents, blocks: [privileged] },
    ask: asking({ record: 'r-13' }),
    answer: permitted,
  },
  {
    name: 'an ask that does not say which record may be about the blocked one',
    facts: { consents, blocks: [privileged] },
    ask: asking(),
    answer: denied('EXCLUDED_INFORMATION'),
  },
  {
    name: 'breaking the glass does not lift a block',
    facts: { blocks: [{ id: 'b3', kind: 'COURT_SUPPRESSION', person: 'ada' }] },
    ask: asking({ viewer: kestrel, purpose: 'EMERGENCY', subjects: adaInDanger, breakGlass: { reason: 'unwell' } }),
    answer: denied('COURT_SUPPRESSION'),
  },
  {
    name: 'the same name is given where several blocks bite',
    facts: {
      blocks: [
        { ...hiddenAddress, against: undefined },
        { id: 'b0', kind: 'COURT_SUPPRESSION', person: 'ada' },
      ],
    },
    ask: asking({ category: 'ADDRESS' }),
    answer: { ...denied('COURT_SUPPRESSION'), basis: ['b0', 'b1'] },
  },
  {
    name: 'an agency reads its own record',
    facts: {},
    ask: asking({ source: 'harbour' }),
    answer: { effect: 'permit', reason: 'OWN_RECORD', basis: [] },
  },
  {
    name: 'client access is not the agency reading its own record',
    facts: {},
    ask: asking({ source: 'harbour', purpose: 'CLIENT_ACCESS' }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'nor is a client who signs in through that agency',
    facts: {},
    ask: asking({ source: 'harbour', viewer: { ...harbour, self: 'bram' } }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'a suspended agency reads nothing',
    facts: { consents },
    ask: asking({ viewer: { ...harbour, suspended: true } }),
    answer: denied('AGENCY_SUSPENDED'),
  },
];
