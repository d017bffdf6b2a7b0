import { asCsv } from './asCsv.ts';

const told = {
  ...({ __typename: 'Disclosure', at: '2026-11-26T01:00:00Z', requester: 'kim', requesterAgency: null } as const),
  ...{
    purpose: 'SERVICE_COORDINATION',
    why: 'Consent',
    client: null,
    categories: [],
  },
};

test('commas, quotes and line breaks stay within their cell', () => {
  const [, row] = asCsv([{ ...told, why: 'Consent, "housing"\nof May', categories: ['HOUSING', 'ADDRESS'] }]).split(
    '\r\n',
  );
  expect(row).toBe('2026-11-26T01:00:00Z,kim,,SERVICE_COORDINATION,"Consent, ""housing""\nof May",,HOUSING ADDRESS');
});

test('what a spreadsheet would run as a formula becomes plain text', () => {
  expect(asCsv([{ ...told, requester: '=HYPERLINK("x")' }])).toContain(`"'=HYPERLINK(""x"")"`);
});

test('what somebody signed in with to see their own file is not in the file', () => {
  const own = { ...told, requester: 'ada@home.example', purpose: 'CLIENT_ACCESS' } as const;
  expect(asCsv([own]).split('\r\n')[1]).toBe('2026-11-26T01:00:00Z,,,CLIENT_ACCESS,Consent,,');
});
