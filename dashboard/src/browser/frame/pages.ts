import type { ComponentType } from 'react';

/** A page of the dashboard: its address, how it is loaded, and who sees it in the menu. */
export type DashboardPage = Readonly<{
  /** Its address; no word in it may say anything about a person. */
  path: string;
  load: () => Promise<Readonly<{ default: ComponentType }>>;
  /** The language file of its words, which is loaded with it. */
  words: string;
  /** Its menu entry, a key of `frame.nav`; left out if it is reached from other pages only. */
  nav?: NavWord;
  /** Offered if one of these is in `me { mayDo }`, or the role is in `roles`; left out, to everybody. */
  mayDo?: readonly string[];
  roles?: readonly string[];
}>;

export type NavWord =
  | 'people'
  | 'board'
  | 'notices'
  | 'matching'
  | 'partnership'
  | 'exercises'
  | 'proposals'
  | 'agencies'
  | 'ledger'
  | 'mine';

const caseworkers = ['PRACTITIONER', 'TEAM_LEADER', 'PRACTICE_LEAD'];
const overseers = ['TEAM_LEADER', 'PRACTICE_LEAD', 'MANAGER', 'EXECUTIVE', 'COORDINATOR'];

/** Every page, in the order of the menu. A person starts at the first one they are offered. */
export const pages: readonly DashboardPage[] = [
  { path: '/mine', nav: 'mine', roles: ['CLIENT'], words: 'mine', load: () => import('../pages/mine/Mine.tsx') },
  {
    path: '/people',
    nav: 'people',
    roles: caseworkers,
    words: 'people',
    load: () => import('../pages/people/People.tsx'),
  },
  { path: '/people/:client', words: 'client', load: () => import('../pages/client/Client.tsx') },
  { path: '/people/:client/sharing', words: 'sharing', load: () => import('../pages/sharing/Sharing.tsx') },
  { path: '/people/:client/seen', words: 'seen', load: () => import('../pages/seen/Seen.tsx') },
  { path: '/board', nav: 'board', roles: caseworkers, words: 'board', load: () => import('../pages/board/Board.tsx') },
  { path: '/board/visit', words: 'board', load: () => import('../pages/board/visit/VisitChoose.tsx') },
  { path: '/board/visit/:client', words: 'board', load: () => import('../pages/board/visit/Visit.tsx') },
  {
    path: '/notices',
    nav: 'notices',
    roles: [...caseworkers, 'MANAGER'],
    words: 'notices',
    load: () => import('../pages/notices/Notices.tsx'),
  },
  {
    path: '/matching',
    nav: 'matching',
    mayDo: ['linkReview'],
    words: 'matching',
    load: () => import('../pages/matching/Matching.tsx'),
  },
  {
    path: '/partnership',
    nav: 'partnership',
    roles: overseers,
    words: 'partnership',
    load: () => import('../pages/partnership/Partnership.tsx'),
  },
  {
    path: '/exercises',
    nav: 'exercises',
    mayDo: ['exercises'],
    words: 'exercises',
    load: () => import('../pages/exercises/Exercises.tsx'),
  },
  { path: '/exercises/:exercise', words: 'exercises', load: () => import('../pages/exercises/Exercise.tsx') },
  {
    path: '/proposals',
    nav: 'proposals',
    mayDo: ['proposals'],
    words: 'proposals',
    load: () => import('../pages/proposals/Proposals.tsx'),
  },
  { path: '/proposals/:proposal', words: 'proposals', load: () => import('../pages/proposals/Proposal.tsx') },
  {
    path: '/agencies',
    nav: 'agencies',
    roles: [...caseworkers, 'MANAGER', 'EXECUTIVE', 'COORDINATOR'],
    words: 'agencies',
    load: () => import('../pages/agencies/Agencies.tsx'),
  },
  {
    path: '/ledger',
    nav: 'ledger',
    roles: overseers,
    words: 'ledger',
    load: () => import('../pages/ledger/Ledger.tsx'),
  },
];

/** True if the menu offers the page to somebody. Whether its data may be released is decided by the hub, on each request. */
export const offeredTo = (
  { mayDo, roles }: DashboardPage,
  { role, may }: Readonly<{ role: string; may: readonly string[] }>,
): boolean =>
  (!mayDo && !roles) || Boolean(mayDo?.some((name) => may.includes(name))) || Boolean(roles?.includes(role));
