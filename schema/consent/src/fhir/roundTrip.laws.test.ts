import fc from 'fast-check';
import { auVic } from '../auVic.ts';
import { decide } from '../decide.ts';
import type { Consent, Facts } from '../Facts.ts';
import { anyAsk, anyFacts } from '../generators/anyWorld.ts';
import { auVicCodes } from './auVicCodes.ts';
import { exportConsent } from './exportConsent.ts';
import { FHIR_VERSIONS, type FhirVersion, fhirVersionOf } from './FhirVersion.ts';
import { importConsent } from './importConsent.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const RUNS = { numRuns: 3000, seed };
beforeAll(() => console.info(`FHIR laws: SEED=${seed}`));

/** Adds what parsing requires of a consent and the generator leaves to chance. */
function asOnFile(consent: Consent): Consent {
  const own = consent.givenBy?.capacity === 'self' ? { givenBy: { ...consent.givenBy, person: consent.subject } } : {};
  return { ...consent, ...own, recordedAt: consent.recordedAt ?? '2026-05-01' };
}

function thereAndBack(consent: Consent, version: FhirVersion): Consent {
  const resource: Readonly<Record<string, unknown>> = JSON.parse(
    JSON.stringify(exportConsent(consent, version, auVicCodes)),
  );
  expect(fhirVersionOf(resource, 'Consent')).toBe(version);
  const { consent: back, leftOut } = importConsent(resource, {
    version,
    profile: auVic,
    codes: auVicCodes,
    path: 'Consent',
    policies: [],
  });
  expect(leftOut).toEqual([]);
  return back;
}

test.each(FHIR_VERSIONS)('written as FHIR %s and read back, consents decide every ask as before', (version) => {
  fc.assert(
    fc.property(anyFacts, anyAsk, (facts, ask) => {
      const before: Facts = { ...facts, consents: (facts.consents ?? []).map(asOnFile) };
      const after: Facts = { ...before, consents: before.consents?.map((each) => thereAndBack(each, version)) };
      expect(decide(after, ask, auVic)).toEqual(decide(before, ask, auVic));
    }),
    RUNS,
  );
});

test.each(FHIR_VERSIONS)('what was read from FHIR %s is written back the same', (version) => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const consent of (facts.consents ?? []).map(asOnFile)) {
        const once = thereAndBack(consent, version);
        expect(thereAndBack(once, version)).toEqual(once);
      }
    }),
    RUNS,
  );
});
