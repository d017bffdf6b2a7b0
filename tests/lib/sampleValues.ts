/** Where a value goes: the field, and the argument or input field. */
export type Place = Readonly<{ of: string; name: string }>;

const said = { evidence: 'VERBAL', noticeVersion: '1', language: 'English' };

const byType: Readonly<Record<string, readonly unknown[]>> = {
  Int: [1, 2, 50, 5, 3, 100, 20, 10, 1, 50, 1000, 0],
  Boolean: [true, false],
  Date: ['1990-02-03', '2026-03-01', '2026-11-22', '1991-04-05', '2026-02-30'],
  DateTime: ['2026-11-21T23:00:00Z', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 'yesterday'],
  PurposeCode: ['SERVICE_COORDINATION', 'EMERGENCY', 'QUALITY_IMPROVEMENT', 'NOTHING'],
  CategoryCode: ['SERVICE_USE', 'FV_RISK', 'ADDRESS', 'HEALTH', 'NOTHING'],
  String: ['1', 'English'],
  AlertCode: ['FAMILY_VIOLENCE_EXPERIENCING', 'COURT_ORDER', 'COMMUNICATION_SAFETY', 'SUICIDE_SELF_HARM', 'NOTHING'],
  /** People to search for: as two of the variants of `filing` have them, and as nobody is on file. */
  ClientMatch: [
    { given: 'Ada', family: 'Brook', dateOfBirth: '1990-02-03', sex: 'FEMALE' },
    { given: 'Mia', family: 'Brook', dateOfBirth: '1991-04-05', sex: 'MALE' },
    { given: 'Zoe', family: 'Quill', dateOfBirth: '1990-02-03', sex: 'FEMALE' },
    { dateOfBirth: '1990-02-03', sex: 'NOT_STATED' },
  ],
  /** What somebody might put on file: mostly what the hub accepts, so that there is an effect to show. */
  ConsentInput: [
    { client: 'ada', categories: ['FV_RISK', 'ADDRESS'], ...said },
    { client: 'bob', ...said },
    { client: 'ada', refuse: true, ...said },
    { client: 'carl', agencies: ['wattle', 'kestrel'], sources: ['harbour', 'wattle'], ...said },
    {
      client: 'ada',
      agencies: ['harbour'],
      purposes: ['SERVICE_COORDINATION'],
      except: [{ categories: ['HEALTH'] }],
      ...said,
    },
    { client: 'bob', refuse: true, categories: ['SERVICE_USE'], users: ['kim', 'tess'], ...said },
    { client: 'ada', users: ['mara'], from: '2027-01-01', to: '2027-06-30', ...said },
    { client: 'ada', supersedes: ['c0'], categories: ['HEALTH'], ...said },
    { client: 'ada', supersedes: ['x0'], ...said },
    { client: 'bob', proxy: 's0', ...said },
    { client: 'dora', ...said },
    { client: 'nobody', ...said },
    { client: 'carl', categories: ['NOTHING'], ...said },
  ],
  ConsentNarrowing: ['c0', 'c1', 'c2', 'c3', 'x0', 'x1', 'none'].map((id) => ({
    ...{ id, leaveOut: [{ categories: ['FV_RISK', 'SERVICE_USE'] }], ...said },
  })),
};
const ids: Readonly<Record<string, readonly string[]>> = {
  client: ['ada', 'bob', 'ada', 'bob', 'ada', 'carl', 'dora', 'nobody', 'ada-1', '__proto__'],
  withdrawalEffect: ['c0', 'c1', 'c2', 'c3', 'x0', 'x1', '__proto__'],
  agency: ['harbour', 'wattle', 'kestrel', 'nobody', 'constructor'],
};

/** Values for an argument of this type, the most revealing first. Ids are those of the people in the laws. */
export const sampleValues =
  (cursors: readonly string[]) =>
  (type: string, { of, name }: Place): readonly unknown[] | undefined => {
    if (name === 'after') return [null, ...cursors, ...cursors, 'x'];
    if (type !== 'ID') return byType[type];
    // In an input object, the field's own name says what the id identifies.
    return ids[name] ?? ids[of] ?? ids.agency;
  };
