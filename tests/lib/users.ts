import { CallerFault } from '@accord/server/CallerFault';
import type { Bearer, VerifyToken } from '@accord/server/identity/verifyToken';

const practitioner = { role: 'PRACTITIONER', volunteer: false, self: null } as const;

/**
 * The users who ask in the tests. Tokens themselves are tested where they are verified (`gateway/server`) and in the
 * demonstration.
 */
const users = {
  mara: { ...practitioner, user: 'mara', name: 'Mara', agency: 'harbour' },
  tess: { ...practitioner, user: 'tess', name: 'Tess', agency: 'wattle' },
  kim: { ...practitioner, user: 'kim', name: 'Kim', agency: 'kestrel' },
  priya: { ...practitioner, user: 'priya', name: 'Priya', agency: 'harbour', role: 'MANAGER' },
  vera: { ...practitioner, user: 'vera', name: 'Vera', agency: 'harbour', volunteer: true },
  lena: { ...practitioner, user: 'lena', name: 'Lena', agency: 'harbour', role: 'TEAM_LEADER' },
  lou: { ...practitioner, user: 'lou', name: 'Lou', agency: 'harbour', role: 'TEAM_LEADER' },
  paul: { ...practitioner, user: 'paul', name: 'Paul', agency: 'harbour', role: 'PRACTICE_LEAD' },
  eve: { ...practitioner, user: 'eve', name: 'Eve', agency: 'harbour', role: 'EXECUTIVE' },
  cora: { ...practitioner, user: 'cora', name: 'Cora', agency: 'harbour', role: 'COORDINATOR' },
  tom: { ...practitioner, user: 'tom', name: 'Tom', agency: 'wattle', role: 'TEAM_LEADER' },
  una: { ...practitioner, user: 'una', name: 'Una', agency: 'wattle' },
  will: { ...practitioner, user: 'will', name: 'Will', agency: 'wattle' },
  wren: { ...practitioner, user: 'wren', name: 'Wren', agency: 'wattle' },
  hana: { ...practitioner, user: 'hana', name: 'Hana', agency: 'heron' },
  mina: { ...practitioner, user: 'mina', name: 'Mina', agency: 'wattle', role: 'MANAGER' },
  edda: { ...practitioner, user: 'edda', name: 'Edda', agency: 'wattle', role: 'EXECUTIVE' },
  tara: { ...practitioner, user: 'tara', name: 'Tara', agency: 'wattle' },
  kora: { ...practitioner, user: 'kora', name: 'Kora', agency: 'kestrel', role: 'TEAM_LEADER' },
  kurt: { ...practitioner, user: 'kurt', name: 'Kurt', agency: 'kestrel', role: 'MANAGER' },
  kaya: { ...practitioner, user: 'kaya', name: 'Kaya', agency: 'kestrel', role: 'EXECUTIVE' },
  hugo: { ...practitioner, user: 'hugo', name: 'Hugo', agency: 'heron', role: 'TEAM_LEADER' },
  hope: { ...practitioner, user: 'hope', name: 'Hope', agency: 'heron', role: 'MANAGER' },
  hedy: { ...practitioner, user: 'hedy', name: 'Hedy', agency: 'heron', role: 'EXECUTIVE' },
  ada: { user: 'ada@client', name: 'Ada', agency: 'harbour', role: 'CLIENT', volunteer: false, self: 'ada' },
} as const satisfies Readonly<Record<string, Bearer>>;

export type TestUser = keyof typeof users;

const isUser = (name: string): name is TestUser => Object.hasOwn(users, name);

/** The bearer token is just the user's name. */
export const userVerifier: VerifyToken = async (authorization) => {
  const name = authorization?.replace(/^Bearer /, '') ?? '';
  if (!isUser(name)) throw new CallerFault('TOKEN_REFUSED');
  return users[name];
};
