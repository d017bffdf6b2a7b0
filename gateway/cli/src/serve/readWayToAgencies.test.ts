import { usualAgencyConnections } from '@accord/server/exchange/httpTransport';
import { readWayToAgencies } from './readWayToAgencies.ts';

test('where nothing is set, agencies are asked over the usual connections, and those on other machines compress', () => {
  expect(readWayToAgencies({})).toEqual({ connectionsPerAgency: usualAgencyConnections, compressAgencies: 'auto' });
});

test('both are set by themselves', () => {
  expect(readWayToAgencies({ ACCORD_AGENCY_CONNECTIONS: '4' })).toMatchObject({ connectionsPerAgency: 4 });
  expect(readWayToAgencies({ ACCORD_AGENCY_COMPRESS: 'no' })).toMatchObject({ compressAgencies: 'no' });
});

test.each(['0', '1001', '2.5', 'many', ''])('"%s" connections are refused, and the setting named', (text) => {
  expect(() => readWayToAgencies({ ACCORD_AGENCY_CONNECTIONS: text })).toThrow(
    `ACCORD_AGENCY_CONNECTIONS is "${text}". Set it to a whole number from 1 to 1000.`,
  );
});

test('what is neither auto, yes nor no is refused, and the setting named', () => {
  expect(() => readWayToAgencies({ ACCORD_AGENCY_COMPRESS: 'gzip' })).toThrow(
    'ACCORD_AGENCY_COMPRESS is "gzip". Set it to auto, yes or no.',
  );
});
