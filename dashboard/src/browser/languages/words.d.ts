import 'i18next';
import type agencies from './en/agencies.json';
import type board from './en/board.json';
import type client from './en/client.json';
import type exercises from './en/exercises.json';
import type frame from './en/frame.json';
import type ledger from './en/ledger.json';
import type matching from './en/matching.json';
import type mine from './en/mine.json';
import type notices from './en/notices.json';
import type partnership from './en/partnership.json';
import type people from './en/people.json';
import type proposals from './en/proposals.json';
import type seen from './en/seen.json';
import type sharing from './en/sharing.json';
import type terms from './en/terms.json';

// Makes the compiler report words that a page uses and the English files lack.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    returnNull: false;
    resources: {
      agencies: typeof agencies;
      board: typeof board;
      client: typeof client;
      exercises: typeof exercises;
      frame: typeof frame;
      ledger: typeof ledger;
      matching: typeof matching;
      mine: typeof mine;
      notices: typeof notices;
      partnership: typeof partnership;
      people: typeof people;
      proposals: typeof proposals;
      seen: typeof seen;
      sharing: typeof sharing;
      terms: typeof terms;
    };
  }
}
