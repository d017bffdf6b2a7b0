/** Where a value goes: the field, and the argument or input field. */
export type Place = Readonly<{ of: string; name: string }>;

const byType: Readonly<Record<string, readonly unknown[]>> = {
  Int: [1, 2, 50, 5, 3, 100, 20, 10, 1, 50, 1000, 0],
  Boolean: [true, false],
  Date: ['1990-02-03', '2026-03-01', '2026-11-22', '1991-04-05', '2026-02-30'],
  DateTime: ['2026-11-21T23:00:00Z', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 'yesterday'],
  PurposeCode: ['SERVICE_COORDINATION', 'EMERGENCY', 'QUALITY_IMPROVEMENT', 'NOTHING'],
  CategoryCode: ['SERVICE_USE', 'FV_RISK', 'ADDRESS', 'HEALTH', 'NOTHING'],
  String: ['1', 'English'],
  AlertCode: ['FAMILY_VIOLENCE_EXPERIENCING', 'COURT_ORDER', 'COMMUNICATION_SAFETY', 'SUICIDE_SELF_HARM', 'NOTHING'],
  /** People to look for: as two of the variants of `filing` have them, and as nobody is. */
  ClientMatch: [
    { given: 'Ada', family: 'Brook', dateOfBirth: '1990-02-03', sex: 'FEMALE' },
    { given: 'Mia', family: 'Brook', dateOfBirth: '1991-04-05', sex: 'MALE' },
    { given: 'Zoe', family: 'Quill', dateOfBirth: '1990-02-03', sex: 'FEMALE' },
    { dateOfBirth: '1990-02-03', sex: 'NOT_STATED' },
  ],
};
const ids: Readonly<Record<string, readonly string[]>> = {
  client: ['ada', 'bob', 'ada', 'bob', 'ada', 'carl', 'dora', 'nobody', 'ada-1', '__proto__'],
  agency: ['harbour', 'wattle', 'kestrel', 'nobody', 'constructor'],
};

/** Values for an argument of this type, the most telling first. Ids are those of the laws' people. */
export const sampleValues =
  (cursors: readonly string[]) =>
  (type: string, { of, name }: Place): readonly unknown[] | undefined => {
    if (name === 'after') return [null, ...cursors, ...cursors, 'x'];
    if (type !== 'ID') return byType[type];
    // In an input object the field's own name says of what it is the id.
    return ids[name] ?? ids[of] ?? ids.agency;
  };
